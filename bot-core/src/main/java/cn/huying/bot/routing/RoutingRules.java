package cn.huying.bot.routing;

import cn.huying.bot.grid.ManagementMode;
import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Nature;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.knowledge.load.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code config/routing.yml}: how sure the classifier must be, and the rules in the order in which they are tried. */
public final class RoutingRules {
    private final double threshold;
    private final List<Rule> rules;
    private final Map<String, String> owners;

    /** @param owners the readable name of whoever comes first in a category's owner, 燃气 to 燃气公司 */
    RoutingRules(double threshold, List<Rule> rules, Map<String, String> owners) {
        this.threshold = threshold;
        this.rules = List.copyOf(rules);
        this.owners = Map.copyOf(owners);
    }

    /** @throws cn.huying.knowledge.load.ConfigException with every problem of the file */
    public static RoutingRules load(Path path, Taxonomy taxonomy) {
        return read(YamlFile.read(path), taxonomy);
    }

    static RoutingRules read(YamlFile file, Taxonomy taxonomy) {
        return new RulesReader(file, taxonomy).read();
    }

    /** From here on a classification counts as certain. */
    public double threshold() {
        return threshold;
    }

    /** Who acts first on a category, as people say it. The first of several leads: 燃气/119 is 燃气公司. */
    String owner(Category category) {
        String leader = leader(category);
        return owners.getOrDefault(leader, leader);
    }

    static String leader(Category category) {
        int end = category.owner().indexOf('/');
        return end < 0 ? category.owner() : category.owner().substring(0, end);
    }

    List<Rule> rules() {
        return rules;
    }

    /** The first rule that fits: the order makes sure that never more than one fires. */
    Optional<Rule> first(Category category, Nature nature, Optional<ManagementMode> mode) {
        return rules.stream()
                .filter(rule -> rule.when().fits(category, nature, mode))
                .findFirst();
    }
}
