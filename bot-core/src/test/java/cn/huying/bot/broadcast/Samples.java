package cn.huying.bot.broadcast;

import cn.huying.bot.alert.AlertId;
import cn.huying.bot.alert.Colour;
import cn.huying.bot.broadcast.audience.Recipient;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Messages;
import cn.huying.bot.resident.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Invented broadcasts for tests. */
public final class Samples {
    public static final Instant NOON = Messages.NOON;
    public static final String AUTHOR = "author";
    public static final String APPROVER = "approver";

    private Samples() {}

    public static Content content(String text) {
        return new Content("谨防冒充客服", text, Optional.empty(), NOON.plus(Duration.ofDays(2)));
    }

    public static Content warning(Colour colour) {
        return new Content("暴雨预警", "今天有暴雨。", Optional.of(colour), NOON.plus(Duration.ofHours(6)));
    }

    public static Audience everyone(Channel... channels) {
        return new Audience(Set.of(new GridId("g01")), Set.of(channels));
    }

    public static Broadcast draft(Content content, Audience audience) {
        return Broadcast.draft(
                BroadcastId.random(), BroadcastKind.ANTI_FRAUD, Optional.empty(), content, audience, AUTHOR, NOON);
    }

    public static Broadcast campaign() {
        return draft(content("不转账。"), everyone(Channel.MASS_SEND));
    }

    public static Broadcast ofAlert(AlertId alert, Colour colour) {
        return Broadcast.draft(
                BroadcastId.of(alert),
                BroadcastKind.WEATHER_ALERT,
                Optional.of(alert),
                warning(colour),
                everyone(Channel.MASS_SEND, Channel.GROUP),
                Broadcast.ALERTS,
                NOON);
    }

    public static Broadcast submitted() {
        return after(campaign().submit(AUTHOR, NOON));
    }

    public static Broadcast approved() {
        Broadcast submitted = submitted();
        return after(submitted.approve(APPROVER, submitted.seal(), NOON));
    }

    public static Broadcast sending() {
        Broadcast mustering = after(approved().muster(NOON, NOON.plusSeconds(20)));
        return after(mustering.start(1, 3, java.util.Map.of(Muster.Exclusion.UNFOLLOWED, 1), NOON));
    }

    public static Broadcast after(Change change) {
        if (change instanceof Change.Changed(Broadcast next)) {
            return next;
        }
        throw new AssertionError("refused: " + change);
    }

    public static List<Recipient.Resident> residents(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Samples::resident).toList();
    }

    public static Recipient.Resident resident(int number) {
        return new Recipient.Resident(new ResidentId("%032x".formatted(number)), Messages.sender(number));
    }
}
