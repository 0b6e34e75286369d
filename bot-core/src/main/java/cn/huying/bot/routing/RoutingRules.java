package cn.huying.bot.routing;

import cn.huying.bot.grid.ManagementMode;
import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Nature;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.knowledge.load.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code config/routing.yml}: how sure the classifier must be, and the rules in the order in which they are tried. */
public final class RoutingRules {
    private final double threshold;
    private final List<Rule> rules;

    RoutingRules(double threshold, List<Rule> rules) {
        this.threshold = threshold;
        this.rules = List.copyOf(rules);
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
