package cn.huying.bot.broadcast.sending;

import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.delivery.channel.CustomerService;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.delivery.channel.GroupRobot;
import cn.huying.bot.delivery.channel.RobotBucket;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Sender;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** The channels a broadcast takes, each with its own allowance asked first. */
public final class Carrier {
    /** The platform's own code for an allowance used up: staff see the same reason whoever noticed it. */
    static final int ALLOWANCE_USED_UP = 45047;

    private static final Duration LEDGER_AWAY = Duration.ofSeconds(5);

    private final MassSender massSender;
    private final CustomerService customerService;
    private final QuotaLedger quotas;
    private final GroupRobot robot;
    private final RobotBucket bucket;
    private final Clock clock;
    private final Pace pace = new Pace();

    public Carrier(
            MassSender massSender,
            CustomerService customerService,
            QuotaLedger quotas,
            GroupRobot robot,
            RobotBucket bucket,
            Clock clock) {
        this.massSender = massSender;
        this.customerService = customerService;
        this.quotas = quotas;
        this.robot = robot;
        this.bucket = bucket;
        this.clock = clock;
    }

    Mono<DeliveryResult> toMany(AppId account, String key, String text, List<OpenId> to) {
        Duration wait = pace.take(clock.instant());
        return wait.isZero() ? massSender.send(account, key, text, to) : Mono.just(later(wait));
    }

    Mono<DeliveryResult> toOne(Sender to, String text) {
        return quotas.take(to)
                .map(taken -> taken
                        ? customerService.send(to, text)
                        : Mono.<DeliveryResult>just(new DeliveryResult.Unreachable(ALLOWANCE_USED_UP)))
                .onErrorResume(error -> Mono.just(Mono.just(later(LEDGER_AWAY))))
                .flatMap(sending -> sending);
    }

    Mono<DeliveryResult> toGroup(GridId grid, String markdown) {
        return bucket.take(grid).flatMap(wait -> wait.isZero() ? robot.post(grid, markdown) : Mono.just(later(wait)));
    }

    /** Nothing was asked of the platform, so there is no code of its own. */
    private static DeliveryResult later(Duration wait) {
        return new DeliveryResult.RetryAfter(wait, 0);
    }
}
