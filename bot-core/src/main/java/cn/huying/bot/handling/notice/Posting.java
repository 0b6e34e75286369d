package cn.huying.bot.handling.notice;

import cn.huying.bot.taxonomy.Tier;
import cn.huying.bot.text.TextKey;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a unit's group can be told about a request; in three degrees of urgency. */
enum Posting {
    DISPATCHED("ago"),
    UPHELD,
    SIGN_TIMEOUT,
    /** Nobody has spoken with the resident yet. */
    NUDGED,
    /** The limit is over. */
    OVERDUE,
    URGED,
    /** The resident told more, or where it is: the words are behind the link. */
    ADDED,
    /** Nobody needs to go there any more. */
    WITHDRAWN,
    REWORK;

    private final Set<String> placeholders;

    Posting(String... more) {
        Set<String> all = new HashSet<>(Set.of("number", "category", "unit", "place", "link"));
        all.addAll(Set.of(more));
        this.placeholders = all;
    }

    String key(Tier tier) {
        return key(
                switch (tier) {
                    case P0 -> "emergency";
                    case P1 -> "urgent";
                    case P2, P3, P4 -> "routine";
                });
    }

    private String key(String degree) {
        return "group." + name().toLowerCase(Locale.ROOT) + '.' + degree;
    }

    Stream<TextKey> texts() {
        return Stream.of("emergency", "urgent", "routine").map(degree -> new TextKey(key(degree), placeholders));
    }
}
