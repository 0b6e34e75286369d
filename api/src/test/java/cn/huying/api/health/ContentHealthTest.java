package cn.huying.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.content.FollowingKnowledgeBase.Standing;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ContentHealthTest {
    private static Health asked(Standing standing) {
        return new ContentHealth(() -> standing).health().blockOptional().orElseThrow();
    }

    @Test
    void replicaThatFollowsShouldBeUpAlsoInTheMomentBeforeItTakesAnEditionUp() {
        Health health = asked(new Standing(6, 7, Optional.empty()));

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("served", 6L).containsEntry("latest", 7L);
    }

    @Test
    void replicaThatCannotFollowShouldStillBeReady() {
        assertThat(asked(new Standing(6, 7, Optional.of("IllegalStateException")))
                        .getStatus())
                .isEqualTo(StoreHealth.DEGRADED);
    }
}
