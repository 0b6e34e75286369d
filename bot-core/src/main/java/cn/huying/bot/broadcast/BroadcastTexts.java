package cn.huying.bot.broadcast;

import cn.huying.bot.alert.Alert;
import cn.huying.bot.delivery.Words;
import cn.huying.bot.text.TextKey;
import cn.huying.bot.text.Texts;
import cn.huying.knowledge.load.Characters;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of broadcasts, by the templates. Pure: what is shown before approval is what is sent. */
public final class BroadcastTexts {
    private static final int LONGEST_HEADLINE = 150;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LONGEST_INSTRUCTION = 600;
    private static final int LONGEST_NAME = 90;
    private static final int ROOM_ROUND_A_NAME = 8;
    private static final int LONGEST_POST_BYTES = 4_096;
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("M月d日H:mm", Locale.CHINA);

    private final Texts texts;
    private final ZoneId zone;

    public BroadcastTexts(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** What residents and groups would read. */
    public record Preview(String resident, String group) {}

    /** Every text this class asks for, for checking the files at start. */
    public static List<TextKey> keys() {
        return List.of(
                TextKey.of("broadcast-alert", "colour", "headline", "description", "instruction", "sender", "until"),
                TextKey.of("broadcast-alert-plain", "colour", "headline", "description", "sender", "until"),
                TextKey.of("broadcast-alert-title", "colour", "event"),
                TextKey.of("broadcast-lifted", "title", "at"),
                TextKey.of("broadcast-lifted-title", "title"),
                TextKey.of("broadcast-over", "title", "at"),
                TextKey.of("broadcast-over-title", "title"),
                TextKey.of("broadcast-anti-fraud", "title", "text"),
                TextKey.of("broadcast-group-alert", "title", "text"),
                TextKey.of("broadcast-group-all-clear", "title", "text"),
                TextKey.of("broadcast-group-anti-fraud", "title", "text"),
                TextKey.of("broadcast-someone"));
    }

    public Content of(Alert alert) {
        boolean plain = alert.instruction().isBlank();
        Map<String, String> params = Map.of(
                "colour", alert.colour().word(),
                "headline", Words.cut(line(alert.headline()), LONGEST_HEADLINE),
                "description", Words.cut(alert.description().strip(), LONGEST_DESCRIPTION),
                "instruction", Words.cut(alert.instruction().strip(), LONGEST_INSTRUCTION),
                "sender", sender(alert),
                "until", until(alert.expires()));
        String text = texts.render(plain ? "broadcast-alert-plain" : "broadcast-alert", params);
        String title = texts.render(
                "broadcast-alert-title", Map.of("colour", alert.colour().word(), "event", name(event(alert))));
        return new Content(title, Words.cut(text, Content.LONGEST_BYTES), Optional.of(alert.colour()), alert.expires());
    }

    /** 暴雨 instead of 暴雨预警 or 暴雨红色预警: the title says the rest. */
    private static String event(Alert alert) {
        String event = line(alert.event()).replace(alert.colour().word(), "");
        int end = event.indexOf("预警");
        return end > 0 ? event.substring(0, end) : event;
    }

    /** So short that it still fits a title with what the templates put round it. */
    private static String name(String text) {
        return Characters.shortened(Words.cut(text, LONGEST_NAME), Content.LONGEST_TITLE - ROOM_ROUND_A_NAME);
    }

    private String sender(Alert alert) {
        String name = line(alert.senderName());
        return name.isEmpty() ? texts.render("broadcast-someone", Map.of()) : Words.cut(name, LONGEST_NAME);
    }

    private String until(Instant time) {
        return UNTIL.format(time.atZone(zone));
    }

    /** That the authority lifted a warning before its time. */
    public Content lifted(Content warning, Instant at, Instant expires) {
        return ended("broadcast-lifted", warning, at, expires);
    }

    /** That the time of a warning is over. */
    public Content over(Content warning, Instant expires) {
        return ended("broadcast-over", warning, warning.expires(), expires);
    }

    private Content ended(String key, Content warning, Instant at, Instant expires) {
        String title = name(warning.title());
        return new Content(
                texts.render(key + "-title", Map.of("title", title)),
                texts.render(key, Map.of("title", title, "at", until(at))),
                Optional.empty(),
                expires);
    }

    /** A campaign of staff in its final words. */
    public Content antiFraud(String title, String text, Instant expires) {
        String words = texts.render("broadcast-anti-fraud", Map.of("title", line(title), "text", text.strip()));
        return new Content(line(title), words, Optional.empty(), expires);
    }

    public Preview preview(BroadcastKind kind, Content content) {
        return new Preview(content.text(), group(kind, content));
    }

    public String group(BroadcastKind kind, Content content) {
        String key =
                switch (kind) {
                    case WEATHER_ALERT -> "broadcast-group-alert";
                    case ALL_CLEAR -> "broadcast-group-all-clear";
                    case ANTI_FRAUD -> "broadcast-group-anti-fraud";
                };
        Map<String, String> params = Map.of("title", Words.plain(content.title()), "text", plainLines(content.text()));
        return Words.cut(texts.render(key, params), LONGEST_POST_BYTES);
    }

    private static String plainLines(String text) {
        StringBuilder plain = new StringBuilder();
        text.lines().forEach(line -> plain.append(Words.plain(line)).append('\n'));
        return plain.toString().stripTrailing();
    }

    private static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.strip().chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
        return line.toString();
    }
}
