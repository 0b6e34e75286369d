package cn.huying.api.console.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.console.Console;
import cn.huying.bot.staff.Post;
import org.junit.jupiter.api.Test;

class VerdictsAwayTest {
    private static final String ENTRIES = "/console/knowledge/entries";

    @Test
    void entriesShouldBeShownWhereNobodyKnowsWhatWasSaidOfThem() {
        try (Console console = new Console()) {
            console.knows(Charging.heating(), Charging.over());
            console.verdicts.goAway();

            assertThat(console.as(Post.AUTHOR).get(ENTRIES).body()).contains(ENTRIES + "/heating");
            assertThat(console.as(Post.AUTHOR).get(ENTRIES + "/heating").body()).contains("现在没有居民的评价可看");
        }
    }
}
