package cn.huying.bot.delivery;

import cn.huying.bot.delivery.Target.GroupPost;
import cn.huying.bot.delivery.Target.LateReply;
import cn.huying.bot.delivery.Target.ResidentNotice;
import cn.huying.bot.delivery.Target.WorkerCard;
import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.delivery.channel.CustomerService;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.delivery.channel.GroupRobot;
import cn.huying.bot.delivery.channel.RobotBucket;
import cn.huying.bot.message.Sender;
import cn.huying.bot.text.TextKey;
import cn.huying.bot.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Carries one outbox entry out: renders its words, takes the allowance, sends. */
public final class Courier {
    /** Longer than this is no notice; measured against what the platform takes, 2,048. */
    public static final int LONGEST_NOTICE_BYTES = 600;

    /** The platform's own code for an allowance used up: staff see the same reason whoever noticed it. */
    static final int ALLOWANCE_USED_UP = 45047;

    static final int NO_SUCH_TEXT = -1;
    private static final int NO_APPLICATION = -2;
    private static final int LONGEST_REPLY_BYTES = 2048;
    private static final int LONGEST_POST_BYTES = 4096;
    private static final Duration LEDGER_AWAY = Duration.ofSeconds(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final GroupRobot robot;
    private final RobotBucket bucket;
    private final CustomerService customerService;
    private final QuotaLedger quotas;
    private final Texts texts;
    private final Optional<CardCourier> cards;

    /** Without cards: an installation that has no WeCom application. */
    public Courier(
            GroupRobot robot, RobotBucket bucket, CustomerService customerService, QuotaLedger quotas, Texts texts) {
        this(robot, bucket, customerService, quotas, texts, Optional.empty());
    }

    public Courier(
            GroupRobot robot,
            RobotBucket bucket,
            CustomerService customerService,
            QuotaLedger quotas,
            Texts texts,
            Optional<CardCourier> cards) {
        this.robot = robot;
        this.bucket = bucket;
        this.customerService = customerService;
        this.quotas = quotas;
        this.texts = texts;
        this.cards = cards;
    }

    /** Every text this class asks for by itself, for checking the files at start. */
    public static List<TextKey> texts() {
        return List.of(TextKey.of("ago.now"), TextKey.of("ago.minutes", "n"), TextKey.of("ago.hours", "n"));
    }

    /** Never errors: every outcome is a value. */
    public Mono<Attempt> carry(OutboxEntry entry, Instant now) {
        return Mono.defer(() -> switch (entry.target()) {
                    case GroupPost post -> post(entry, post, now);
                    case ResidentNotice(Sender to, String template, Map<String, String> params) ->
                        tell(to, Words.cut(texts.render(template, params), LONGEST_NOTICE_BYTES));
                    case LateReply(Sender to, String text) -> tell(to, Words.cut(text, LONGEST_REPLY_BYTES));
                    case WorkerCard card -> hand(entry.id(), card, now);
                })
                .onErrorResume(IllegalArgumentException.class, error -> unsayable(entry, error));
    }

    /** Where the application was taken away, its cards wait until they are no news any more. */
    private Mono<Attempt> hand(String task, WorkerCard card, Instant now) {
        return cards.map(courier -> courier.carry(task, card, now))
                .orElseGet(() -> Mono.just(new Attempt.Answered(new DeliveryResult.ChannelDown(NO_APPLICATION))));
    }

    private Mono<Attempt> post(OutboxEntry entry, GroupPost post, Instant now) {
        String markdown =
                Words.cut(texts.render(post.template(), paramsOf(post, entry.since(), now)), LONGEST_POST_BYTES);
        return bucket.queue(post.grid(), entry.id(), entry.urgent())
                .flatMap(pause -> pause.isZero()
                        ? robot.post(post.grid(), markdown).map(Attempt.Answered::new)
                        : Mono.just(new Attempt.Postponed(pause)));
    }

    private Map<String, String> paramsOf(GroupPost post, Instant since, Instant now) {
        Map<String, String> params = new HashMap<>();
        post.params().forEach((name, value) -> params.put(name, name.equals("link") ? value : Words.plain(value)));
        params.put("ago", ago(Duration.between(since, now)));
        return params;
    }

    private String ago(Duration age) {
        if (age.compareTo(HOUR) >= 0) {
            return texts.render("ago.hours", Map.of("n", String.valueOf(age.toHours())));
        }
        return age.toMinutes() < 1
                ? texts.render("ago.now", Map.of())
                : texts.render("ago.minutes", Map.of("n", String.valueOf(age.toMinutes())));
    }

    private Mono<Attempt> tell(Sender to, String words) {
        return quotas.take(to)
                .map(taken -> taken
                        ? customerService.send(to, words).<Attempt>map(Attempt.Answered::new)
                        : Mono.<Attempt>just(new Attempt.Answered(new DeliveryResult.Unreachable(ALLOWANCE_USED_UP))))
                .onErrorResume(error -> {
                    LOG.warn("the quota ledger cannot be asked: {}", error.toString());
                    return Mono.just(Mono.just(new Attempt.Postponed(LEDGER_AWAY)));
                })
                .flatMap(sending -> sending);
    }

    private static Mono<Attempt> unsayable(OutboxEntry entry, IllegalArgumentException error) {
        LOG.error("outbox entry {} cannot be put into words: {}", entry.id(), error.getMessage());
        return Mono.just(new Attempt.Answered(new DeliveryResult.Refused(NO_SUCH_TEXT)));
    }
}
