package cn.huying.bot.taxonomy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How requests of a category are handled unless routing says otherwise.
 *
 * @param owner who acts first, as staff say it, for example {@code 环卫/物业}
 */
public record Handling(Tier tier, Level level, String owner, Set<Flag> flags) {
    public Handling {
        EnumSet<Flag> copy = EnumSet.noneOf(Flag.class);
        copy.addAll(flags);
        flags = Collections.unmodifiableSet(copy);
    }
}
