package cn.huying.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.folder.GridFolder;
import cn.huying.bot.message.AppId;
import cn.huying.knowledge.load.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPopulationTest {
    private static final AppId ACCOUNT = new AppId("wxdemo0000000001");
    private static final Path DEMO = Path.of("../config/demo/community");
    private static final GridTree TREE = GridFolder.read(DEMO).tree();

    @TempDir
    Path community;

    @Test
    void everybodyOfTheDemoShouldHaveAHome() {
        assertThat(DemoPopulation.read(DEMO, TREE, ACCOUNT).newcomers()).hasSize(2_000);
    }

    @Test
    void linesNobodyCouldMeanShouldBeRefusedTogether() throws IOException {
        write("# 说明\noDemoResident00000000002,韩立冬,xingyagongyu-a,1,六楼\n,,\n韩立冬,韩立冬,xingyagongyu-a,1,601\n");

        assertThatThrownBy(() -> DemoPopulation.read(community, TREE, ACCOUNT))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("第 2 行：房号写法有误")
                .hasMessageContaining("第 3 行：有 3 栏")
                .hasMessageContaining("第 4 行：openid");
    }

    @Test
    void homeThatIsNotInTheTreeShouldBeLeftOut() throws IOException {
        write("oDemoResident00000000002,韩立冬,no-such-building,1,601\n");

        assertThat(DemoPopulation.read(community, TREE, ACCOUNT).newcomers()).isEmpty();
    }

    private void write(String lines) throws IOException {
        Files.createDirectories(community.resolve("people"));
        Files.writeString(community.resolve("people").resolve("residents.csv"), lines);
    }
}
