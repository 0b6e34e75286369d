package cn.huying.bot.taxonomy.reading;

import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Flag;
import cn.huying.bot.taxonomy.Nature;

/**
 * Chooses what the resident wants from the words that say so and, where there are few, from what the matter usually asks for. Asking,
 * suggesting and praising are weighed against demanding as a whole, and only then help, complaint and report against each other: a
 * letter that begs, complains and accuses is no question because it also says 为什么.
 */
final class NatureChoice {
    /** A fault told in plain words calls for help. */
    private static final double HELP_UNLESS_SAID = 0.4;

    /** What the category itself adds to the nature it usually has. */
    private static final double USUAL = 0.8;

    /** Who thanks us for help names the help; that is no new call for it. */
    private static final double THANKS = 2;

    private static final double QUESTION_MARK = 0.7;

    /** In a matter that is not usually asked about, question words are mostly reproach. */
    private static final double REPROACH = 0.6;

    private NatureChoice() {}

    static Nature of(Reading reading, Category category) {
        double help = reading.wish(Nature.HELP) + HELP_UNLESS_SAID;
        double complaint = reading.wish(Nature.COMPLAINT);
        double report = reading.wish(Nature.REPORT);
        double demand = help + complaint + report;
        double inquiry = inquiry(reading, category);
        double suggestion = reading.wish(Nature.SUGGESTION) + (category.key().equals("suggestion") ? USUAL : 0);
        double praise = reading.wish(Nature.PRAISE) + (category.key().equals("praise") ? THANKS : -USUAL);
        if (praise > Math.max(demand, Math.max(inquiry, suggestion))) {
            return Nature.PRAISE;
        }
        if (suggestion > Math.max(demand, inquiry)) {
            return Nature.SUGGESTION;
        }
        if (inquiry > demand) {
            return Nature.INQUIRY;
        }
        return report > Math.max(help, complaint) ? Nature.REPORT : complaint > help ? Nature.COMPLAINT : Nature.HELP;
    }

    private static double inquiry(Reading reading, Category category) {
        boolean usuallyAsked = category.isOther() || category.has(Flag.QUESTION_FIRST);
        double said = reading.wish(Nature.INQUIRY) * (usuallyAsked ? 1 : REPROACH);
        return said + (reading.asks() ? QUESTION_MARK : 0) + (category.has(Flag.QUESTION_FIRST) ? USUAL : 0);
    }
}
