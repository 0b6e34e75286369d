package cn.huying.bot.handling.notice;

import cn.huying.bot.text.TextKey;
import java.util.Locale;

/** What a resident can be told about a request, and what is filled in. */
enum Wording {
    DISPATCHED("number", "unit"),
    SIGNED("number", "unit"),
    CONTACTED("number", "unit"),
    MISSED("number"),
    SCHEDULED("number", "date"),
    EXTERNAL("number", "reference"),
    NEEDS_INFO("number", "question"),
    REMIND_INFO("number", "question"),
    REMIND_FOLLOW_UP("number"),
    MERGED("number"),
    RETURNED("number", "unit"),
    REDIRECTED("number", "unit"),
    EXTENDED("number", "date", "reason"),
    DEFERRED_NO_LEGAL_BASIS("number", "date"),
    DEFERRED_BUDGET_YEAR("number", "date"),
    DEFERRED_OWNERSHIP_IN_COURT("number", "date"),
    DEFERRED_THIRD_PARTY_SCHEDULE("number", "date"),
    DEFERRED_SEASON("number", "date"),
    KEPT_DEFERRED("number", "date"),
    RESUMED("number"),
    RESOLVED("number", "unit", "reply"),
    REWORK("number"),
    TAKEN_UP("number", "unit"),
    CLOSED("number"),
    CLOSED_NO_ANSWER("number"),
    DECLINED_COURT("number", "alternative"),
    DECLINED_POLICE("number", "alternative"),
    DECLINED_PETITION("number", "alternative"),
    DECLINED_SECRET("number", "alternative"),
    DECLINED_OTHER_AREA("number", "alternative");

    private final TextKey text;

    Wording(String... placeholders) {
        this.text = TextKey.of("notice." + name().toLowerCase(Locale.ROOT), placeholders);
    }

    TextKey text() {
        return text;
    }

    static Wording of(String prefix, Enum<?> reason) {
        return valueOf(prefix + reason.name());
    }
}
