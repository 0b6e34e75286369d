package cn.huying.api.console;

import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Verb;
import cn.huying.bot.taxonomy.Tier;
import cn.huying.bot.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The words staff read for states, tiers and steps: the same as the workers', from the editable files; and times as people write them. */
public final class Labels {
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    public Labels(Texts texts, Clock clock, ZoneId zone) {
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    public String of(RequestState state) {
        return words("state", state);
    }

    public String of(Tier tier) {
        return words("tier", tier);
    }

    public String of(Verb verb) {
        return words("step", verb);
    }

    private String words(String kind, Enum<?> constant) {
        return texts.render("worker." + kind + '.' + constant.name().toLowerCase(Locale.ROOT), Map.of());
    }

    public String time(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        boolean now = local.getYear() == clock.instant().atZone(zone).getYear();
        return (now ? THIS_YEAR : OTHER_YEAR).format(local);
    }

    public Instant now() {
        return clock.instant();
    }

    public ZoneId zone() {
        return zone;
    }

    /** The colour of a state's badge, of those whose contrast is checked: what waits for us, what is under way, what is over. */
    public static String colour(RequestState state) {
        return switch (state) {
            case TRIAGE, RETURN_PENDING, DEFER_PENDING, REVIEW, REWORK -> "waits";
            case DRAFT, SUBMITTED, DISPATCHED, SIGNED, IN_PROGRESS, SCHEDULED, EXTERNAL, NEEDS_INFO -> "runs";
            case DECLINED, MERGED, DEFERRED, RESOLVED, FOLLOW_UP, CLOSED, WITHDRAWN -> "over";
        };
    }
}
