package cn.huying.bot.alert;

import java.util.Optional;

/** How grave a warning is, in the four colours residents know; the gravest first. */
public enum Colour {
    RED("红色", "Extreme"),
    ORANGE("橙色", "Severe"),
    YELLOW("黄色", "Moderate"),
    BLUE("蓝色", "Minor");

    private final String word;
    private final String severity;

    Colour(String word, String severity) {
        this.word = word;
        this.severity = severity;
    }

    /** As residents read it. */
    public String word() {
        return word;
    }

    /** The colour that a text names first, for example 暴雨红色预警; an upgrade names the new one first. */
    public static Optional<Colour> namedIn(String text) {
        Optional<Colour> first = Optional.empty();
        int at = Integer.MAX_VALUE;
        for (Colour colour : values()) {
            int found = text.indexOf(colour.word);
            if (found >= 0 && found < at) {
                at = found;
                first = Optional.of(colour);
            }
        }
        return first;
    }

    /** The colour of a severity as the standard names it; empty for {@code Unknown} and anything else. */
    public static Optional<Colour> ofSeverity(String severity) {
        for (Colour colour : values()) {
            if (colour.severity.equalsIgnoreCase(severity)) {
                return Optional.of(colour);
            }
        }
        return Optional.empty();
    }
}
