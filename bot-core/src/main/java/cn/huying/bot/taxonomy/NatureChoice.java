package cn.huying.bot.taxonomy;

/** Chooses what the resident wants from the words that say so and, where there are few, from what the matter usually asks for. */
final class NatureChoice {
    /** A fault told in plain words calls for help. */
    private static final double HELP_UNLESS_SAID = 0.4;

    private static final double BY_CATEGORY = 0.8;
    private static final double QUESTION_MARK = 0.7;

    private NatureChoice() {}

    static Nature of(Reading reading, Category category) {
        Nature chosen = Nature.HELP;
        double most = 0;
        for (Nature nature : Nature.values()) {
            double votes = reading.wish(nature) + inclination(nature, reading, category);
            if (votes > most) {
                chosen = nature;
                most = votes;
            }
        }
        return chosen;
    }

    private static double inclination(Nature nature, Reading reading, Category category) {
        return switch (nature) {
            case INQUIRY ->
                (reading.asks() ? QUESTION_MARK : 0) + (category.has(Flag.QUESTION_FIRST) ? BY_CATEGORY : 0);
            case HELP -> HELP_UNLESS_SAID;
            case SUGGESTION -> category.key().equals("suggestion") ? BY_CATEGORY : 0;
            case PRAISE -> category.key().equals("praise") ? BY_CATEGORY : -BY_CATEGORY;
            case COMPLAINT, REPORT -> 0;
        };
    }
}
