package cn.huying.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.allowance.InMemoryQuotaLedger;
import cn.huying.bot.delivery.allowance.Opening;
import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.delivery.channel.RecordingChannels;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.message.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class CourierTest {
    private static final Instant T0 = Entries.T0;

    private final TestClock clock = new TestClock(T0);
    private final RecordingChannels channels = new RecordingChannels();
    private final InMemoryQuotaLedger quotas = new InMemoryQuotaLedger(clock);
    private final Courier courier = new Courier(channels, channels, channels, quotas, channels);

    @Test
    void postShouldSayHowLongAgoItHappened() {
        assertThat(carry(Entries.post("a", true), T0.plusSeconds(59))).isEqualTo(delivered());
        carry(Entries.post("b", true), T0.plusSeconds(125));
        carry(Entries.post("c", true), T0.plusSeconds(7300));
        assertThat(channels.posts)
                .extracting(post -> post.substring(post.indexOf("ago="), post.indexOf(",")))
                .containsExactly("ago=now", "ago=2min", "ago=2h");
    }

    @Test
    void wordsInAPostShouldMeanNothingToMarkdownButTheLinkShouldStay() {
        Map<String, String> params =
                Map.of("place", "<@all>[点我](http://evil)\n> *3#*楼_`", "link", "https://huying.example/a_b");
        carry(entry(new Target.GroupPost(new GridId("g1"), "group.test", params)), T0);
        assertThat(channels.posts.getFirst())
                .contains("＜＠all＞［点我］（http://evil） ＞ ＊3＃＊楼＿｀")
                .contains("https://huying.example/a_b");
    }

    @Test
    void emptyBucketShouldPostponeWithoutPosting() {
        channels.pauses.add(Duration.ofSeconds(7));
        assertThat(carry(Entries.post("a", true), T0)).isEqualTo(new Attempt.Postponed(Duration.ofSeconds(7)));
        assertThat(channels.posts).isEmpty();
    }

    @Test
    void postShouldQueueByItsId() {
        carry(Entries.post("a", false), T0);
        carry(Entries.post("b", true), T0);
        assertThat(channels.tickets).containsExactly("a", "b urgently");
        assertThat(channels.posts).hasSize(2);
    }

    @Test
    void noticeShouldTakeFromTheAllowance() {
        quotas.opened(Entries.SENDER, T0, Opening.WROTE).block();
        for (int i = 0; i < 5; i++) {
            assertThat(carry(Entries.notice("n" + i), T0)).isEqualTo(delivered());
        }
        assertThat(carry(Entries.notice("n6"), T0))
                .isEqualTo(new Attempt.Answered(new DeliveryResult.Unreachable(Courier.ALLOWANCE_USED_UP)));
        assertThat(channels.messages).hasSize(5);
    }

    @Test
    void ledgerThatIsAwayShouldPostponeAndSendNothing() {
        QuotaLedger away = new QuotaLedger() {
            @Override
            public Mono<Boolean> take(Sender sender) {
                return Mono.error(new IllegalStateException("away"));
            }

            @Override
            public Mono<Void> opened(Sender sender, Instant at, Opening kind) {
                return Mono.error(new IllegalStateException("away"));
            }
        };
        Courier blind = new Courier(channels, channels, channels, away, channels);
        assertThat(blind.carry(Entries.notice("a"), T0).block()).isInstanceOf(Attempt.Postponed.class);
        assertThat(channels.messages).isEmpty();
    }

    @Test
    void channelsErrorShouldNotBeTakenForTheLedgers() {
        quotas.opened(Entries.SENDER, T0, Opening.WROTE).block();
        channels.answer = words -> Mono.just(new DeliveryResult.Unknown("RESET"));
        assertThat(carry(Entries.notice("a"), T0)).isEqualTo(new Attempt.Answered(new DeliveryResult.Unknown("RESET")));
    }

    @Test
    void lateReplyShouldGoOutInItsOwnWords() {
        quotas.opened(Entries.SENDER, T0, Opening.WROTE).block();
        carry(Entries.lateReply("a"), T0);
        assertThat(channels.messages).containsExactly("垃圾清运在每天早上七点。");
    }

    @Test
    void longWordsShouldBeCutOnACharacter() {
        quotas.opened(Entries.SENDER, T0, Opening.WROTE).block();
        carry(entry(new Target.LateReply(Entries.SENDER, "水😀".repeat(700))), T0);
        byte[] sent = channels.messages.getFirst().getBytes(StandardCharsets.UTF_8);
        assertThat(sent).hasSizeBetween(2040, 2048);
        assertThat(channels.messages.getFirst()).endsWith("…").doesNotContain("\uFFFD");
    }

    @Test
    void missingTextShouldBecomeADeadLetter() {
        OutboxEntry entry = entry(new Target.GroupPost(new GridId("g1"), "missing", Map.of()));
        assertThat(carry(entry, T0)).isEqualTo(new Attempt.Answered(new DeliveryResult.Refused(Courier.NO_SUCH_TEXT)));
    }

    private static OutboxEntry entry(Target target) {
        return OutboxEntry.fresh("x", T0, target, false);
    }

    private static Attempt delivered() {
        return new Attempt.Answered(new DeliveryResult.Delivered("id"));
    }

    private Attempt carry(OutboxEntry entry, Instant now) {
        return Objects.requireNonNull(courier.carry(entry, now).block());
    }
}
