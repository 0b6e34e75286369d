package cn.huying.bot.routing;

import cn.huying.bot.grid.ManagementMode;
import cn.huying.bot.routing.Condition.Codes;
import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Flag;
import cn.huying.bot.taxonomy.Group;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Nature;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.bot.taxonomy.Tier;
import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code routing.yml} whole or refuses it whole; a rule that can never fire is a mistake too. */
final class RulesReader {
    private static final Set<String> PLACEHOLDERS = Set.of("owner", "property", "compound", "grid");

    private final YamlFile file;
    private final Taxonomy taxonomy;
    private final Map<Rule, YamlNode> rules = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    RulesReader(YamlFile file, Taxonomy taxonomy) {
        this.file = file;
        this.taxonomy = taxonomy;
    }

    RoutingRules read() {
        YamlNode root = file.root();
        root.onlyKeys("threshold", "owners", "rules");
        double threshold = root.decimal("threshold");
        if (!(threshold >= 0 && threshold <= 1)) {
            root.problem("threshold 超出范围：" + threshold, "请写成 0 到 1 之间的小数");
        }
        root.list("rules").forEach(node -> rules.put(rule(node), node));
        if (rules.isEmpty()) {
            root.problem("没有派单规则", "请在 rules 下至少写一条");
        }
        RoutingRules read = new RoutingRules(threshold, List.copyOf(rules.keySet()), owners(root));
        refuseIdle(read);
        file.refuseIfBroken();
        return read;
    }

    /** Every owner needs a name people can read; one that no category has is a slip of the pen. */
    private Map<String, String> owners(YamlNode root) {
        Set<String> first =
                taxonomy.categories().stream().map(RoutingRules::leader).collect(Collectors.toSet());
        Map<String, String> owners = new LinkedHashMap<>();
        root.at("owners")
                .ifPresent(node -> node.fields().forEach((owner, name) -> {
                    if (!first.contains(owner)) {
                        name.problem("分类里没有承办单位 " + owner, "请检查拼写，或删去这一行");
                    }
                    owners.put(owner, name.asText().strip());
                }));
        return owners;
    }

    private Rule rule(YamlNode node) {
        node.onlyKeys("name", "when", "to", "unit", "copies", "post", "certain");
        String name = node.text("name");
        if (!names.add(name)) {
            node.problem("规则名称用了两次：" + name, "请给每条规则一个自己的名称");
        }
        String unit = node.text("unit");
        checkPlaceholders(node, unit);
        return new Rule(
                name,
                condition(node),
                node.oneOf("to", Target.class),
                unit,
                List.copyOf(constants(node, "copies", Target.class)),
                flag(node, "post"),
                flag(node, "certain"));
    }

    private Condition condition(YamlNode rule) {
        YamlNode when = rule.at("when").orElse(null);
        if (when == null) {
            return new Condition(
                    Set.of(), Set.of(), Set.of(), Set.of(), new Codes(Set.of(), Set.of()), List.of(), Set.of());
        }
        when.onlyKeys("tiers", "levels", "flags", "natures", "groups", "categories", "owners", "management");
        return new Condition(
                constants(when, "tiers", Tier.class),
                constants(when, "levels", Level.class),
                flags(when),
                constants(when, "natures", Nature.class),
                new Codes(
                        codes(
                                when,
                                "groups",
                                taxonomy.groups().stream().map(Group::code).toList()),
                        codes(
                                when,
                                "categories",
                                taxonomy.categories().stream()
                                        .map(Category::code)
                                        .toList())),
                when.texts("owners"),
                constants(when, "management", ManagementMode.class));
    }

    private static Set<String> codes(YamlNode when, String key, List<String> known) {
        Set<String> codes = new LinkedHashSet<>();
        for (YamlNode item : when.list(key)) {
            String code = item.asText().strip();
            if (!known.contains(code)) {
                item.problem("分类里没有 " + code, "请检查拼写，或先在 taxonomy.yml 中加上");
            }
            codes.add(code);
        }
        return codes;
    }

    private static Set<Flag> flags(YamlNode when) {
        Set<Flag> flags = new LinkedHashSet<>();
        for (YamlNode item : when.list("flags")) {
            Optional<Flag> flag = Flag.of(item.asText().strip());
            flag.ifPresentOrElse(flags::add, () -> item.problem("不认识的标记 " + item.asText(), "只能用 taxonomy.yml 中的标记字母"));
        }
        return flags;
    }

    private static <E extends Enum<E>> Set<E> constants(YamlNode node, String key, Class<E> type) {
        Set<E> constants = new LinkedHashSet<>();
        for (YamlNode item : node.list(key)) {
            String name = item.asText().strip();
            Optional<E> constant = Arrays.stream(type.getEnumConstants())
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst();
            constant.ifPresentOrElse(constants::add, () -> item.problem("取值不认识：" + name, "只能是 " + all(type)));
        }
        return constants;
    }

    private static <E extends Enum<E>> String all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"));
    }

    private static boolean flag(YamlNode node, String key) {
        String value = node.text(key, "true");
        if (!value.equals("true") && !value.equals("false")) {
            node.problem(key + " 的取值不认识：" + value, "只能写 true 或 false");
        }
        return !value.equals("false");
    }

    private static void checkPlaceholders(YamlNode node, String unit) {
        int open = unit.indexOf('{');
        while (open >= 0) {
            int close = unit.indexOf('}', open);
            String name = close < 0 ? unit.substring(open) : unit.substring(open + 1, close);
            if (!PLACEHOLDERS.contains(name)) {
                node.problem("unit 里有不认识的 " + name, "可用 {owner} {property} {compound} {grid}");
            }
            open = close < 0 ? -1 : unit.indexOf('{', close);
        }
    }

    /** Tries every category, nature and management: what never comes first stands below a rule that always takes its place. */
    private void refuseIdle(RoutingRules read) {
        Set<Rule> fired = new HashSet<>();
        for (Category category : taxonomy.categories()) {
            for (Nature nature : Nature.values()) {
                read.first(category, nature, Optional.empty()).ifPresent(fired::add);
                for (ManagementMode mode : ManagementMode.values()) {
                    read.first(category, nature, Optional.of(mode)).ifPresent(fired::add);
                }
            }
        }
        rules.forEach((rule, node) -> {
            if (!fired.contains(rule)) {
                node.problem("规则“" + rule.name() + "”永远轮不到", "请移到更宽的规则之前，或检查条件");
            }
        });
    }
}
