package cn.huying.bot.repair;

import cn.huying.knowledge.faq.EntryId;
import java.time.Instant;
import java.util.Optional;

/** Invented questions. */
public final class Asked {
    public static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private Asked() {}

    /** @param n makes the id, and the seconds after noon */
    public static Unanswered question(int n, String words) {
        return new Unanswered("%032x".formatted(n), words, Optional.empty(), NOON.plusSeconds(n));
    }

    public static Unanswered useless(int n, String words, String entry) {
        return new Unanswered("%032x".formatted(n), words, Optional.of(new EntryId(entry)), NOON.plusSeconds(n));
    }
}
