package cn.huying.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.knowledge.load.ConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatterTest {
    @Test
    void aLongStoryShouldComeDownToWhatItAsks() {
        String story = "我们一家三口住在这里十年了。".repeat(20) + "房东说不租了。押金不退合法吗？" + "谢谢各位。".repeat(20);
        assertThat(Matter.of(story)).isEqualTo("房东说不租了。押金不退合法吗？");
    }

    @Test
    void aShortMessageShouldStayAsItIs() {
        assertThat(Matter.of("低保")).isEqualTo("低保");
    }

    @Test
    void aLongStoryThatAsksNothingShouldBeCut() {
        assertThat(Matter.of("今天天气很好。".repeat(100)))
                .hasSizeLessThanOrEqualTo(120)
                .isNotBlank();
    }

    @Test
    void homophonesShouldSoundTheSame() {
        assertThat(SoundText.of("物业废")).isEqualTo(SoundText.of("物业费"));
        assertThat(SoundText.of("低宝")).isEqualTo(SoundText.of("低保"));
        assertThat(SoundText.of("物业")).isNotEqualTo(SoundText.of("低保"));
    }

    @Test
    void synonymsShouldPutTheOfficialWords() {
        Synonyms synonyms = Synonyms.of(List.of("# 说明", "", "退押金 -> 押金 返还"), "s.txt");
        assertThat(synonyms.official("房东不退押金")).contains("押金 返还");
        assertThat(synonyms.official("低保")).isEqualTo("低保");
    }

    @Test
    void synonymsShouldNameEveryLineTheyCannotRead() {
        assertThatThrownBy(() -> Synonyms.of(List.of("甲 乙", "丙 -> 丁", "丙 -> 戊"), "s.txt"))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        refused -> assertThat(refused.problems()).hasSize(2));
    }
}
