package cn.huying.bot.routing;

import cn.huying.bot.grid.ManagementMode;
import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Flag;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Nature;
import cn.huying.bot.taxonomy.Tier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a rule fits: every kind of condition that is given must hold, one of its values is enough. An empty kind always holds.
 *
 * @param flags one of them is set on the category
 * @param codes the category or its group is named
 * @param owners words of which one occurs in the category's owner
 * @param management of the compound; a place without a compound never fits
 */
record Condition(
        Set<Tier> tiers,
        Set<Level> levels,
        Set<Flag> flags,
        Set<Nature> natures,
        Codes codes,
        List<String> owners,
        Set<ManagementMode> management) {
    Condition {
        tiers = Set.copyOf(tiers);
        levels = Set.copyOf(levels);
        flags = Set.copyOf(flags);
        natures = Set.copyOf(natures);
        owners = List.copyOf(owners);
        management = Set.copyOf(management);
    }

    /** Codes of the first and of the second level; one of either is enough. */
    record Codes(Set<String> groups, Set<String> categories) {
        Codes {
            groups = Set.copyOf(groups);
            categories = Set.copyOf(categories);
        }

        boolean hold(Category category) {
            return (groups.isEmpty() && categories.isEmpty())
                    || groups.contains(category.group().code())
                    || categories.contains(category.code());
        }
    }

    boolean fits(Category category, Nature nature, Optional<ManagementMode> mode) {
        return holds(tiers, category.tier())
                && holds(levels, category.level())
                && (flags.isEmpty() || flags.stream().anyMatch(category::has))
                && holds(natures, nature)
                && codes.hold(category)
                && (owners.isEmpty() || owners.stream().anyMatch(category.owner()::contains))
                && (management.isEmpty() || mode.filter(management::contains).isPresent());
    }

    private static <T> boolean holds(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
