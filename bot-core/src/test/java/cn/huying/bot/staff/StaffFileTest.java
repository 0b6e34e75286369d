package cn.huying.bot.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.taxonomy.Level;
import cn.huying.knowledge.load.ConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaffFileTest {
    private static final String HASH = "{bcrypt}$2a$12$" + "a".repeat(53);

    @Test
    void accountsShouldBeReadWithTheLevelOfTheirNode() {
        List<Staff> staff = read("""
                staff:
                  - {id: li-si, password: "%s", grid: xiangqing, post: DISPATCHER}
                  - {id: wang5, password: "%s", grid: g01, post: WORKER}
                """.formatted(HASH, HASH));
        assertThat(staff)
                .containsExactly(
                        new Staff("li-si", HASH, new GridId("xiangqing"), Level.COMMUNITY, Post.DISPATCHER),
                        new Staff("wang5", HASH, new GridId("g01"), Level.GRID, Post.WORKER));
    }

    @Test
    void passwordAnybodyCouldReadShouldBeRefused() {
        for (String password : List.of("{noop}huying-demo", "huying-demo", "{bcrypt}$2a$12$short", "{MD5}" + HASH)) {
            assertRefused("""
                    staff:
                      - {id: li-si, password: "%s", grid: xiangqing, post: ADMIN}
                    """.formatted(password), "password 不是密码的哈希值");
        }
    }

    @Test
    void everyMistakeShouldBeToldAtOnce() {
        assertThatThrownBy(() -> read("""
                        staff:
                          - {id: Li Si, password: "%1$s", grid: xiangqing, post: ADMIN}
                          - {id: wang, password: "%1$s", grid: nowhere, post: ADMIN}
                          - {id: wang, password: "%1$s", grid: g01, post: KING}
                        """.formatted(HASH)))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        refused -> assertThat(refused.problems()).hasSize(4));
    }

    @Test
    void nothingOfAnAccountShouldBePrintedButWhoItIs() {
        Staff staff = new Staff("li-si", HASH, new GridId("g01"), Level.GRID, Post.WORKER);
        assertThat(staff.toString()).isEqualTo("li-si/WORKER@g01");
    }

    private static void assertRefused(String content, String reason) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        refused -> assertThat(refused.problems().toString()).contains(reason));
    }

    private static List<Staff> read(String content) {
        return StaffFile.parse("staff.yml", content, DemoTree.TREE);
    }
}
