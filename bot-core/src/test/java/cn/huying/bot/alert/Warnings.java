package cn.huying.bot.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Invented alerts for tests. */
public final class Warnings {
    public static final String SENDER = "qixiang@demo.example";
    public static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private Warnings() {}

    public static AlertId id(String identifier) {
        return new AlertId(SENDER, identifier);
    }

    public static Alert red(String identifier) {
        return alert(identifier, Alert.Kind.ALERT, Colour.RED);
    }

    public static Alert alert(String identifier, Alert.Kind kind, Colour colour, String... references) {
        return new Alert(
                id(identifier),
                NOON.minusSeconds(60),
                "Actual",
                kind,
                List.of(references).stream().map(Warnings::id).toList(),
                "暴雨",
                colour,
                NOON.minusSeconds(60),
                NOON.plus(Duration.ofHours(6)),
                "向晴区气象台",
                "向晴区气象台发布暴雨" + colour.word() + "预警信号",
                "预计未来3小时，我区将出现100毫米以上的强降雨，低洼地方请尽快转移。",
                "待在家里，不要去地下车库。",
                List.of(new Area("向晴区", List.of())));
    }
}
