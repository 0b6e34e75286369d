package cn.huying.bot.taxonomy;

import cn.huying.bot.taxonomy.Lexicon.CategoryWords;
import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code taxonomy.yml} whole or not at all. */
final class TaxonomyReader {
    private static final int VERSION = 1;
    private static final Group OTHER_GROUP = new Group("OTH", "other", "其他");

    private static final String[] FIELDS = {
        "code",
        "key",
        "name",
        "examples",
        "tier",
        "level",
        "owner",
        "flags",
        "std",
        "synonyms",
        "hints",
        "combine",
        "exclusions",
        "lacking"
    };

    private final YamlNode root;
    private final LexiconReader lexicon = new LexiconReader();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<String, CategoryWords> words = new LinkedHashMap<>();
    private final Map<String, Integer> keys = new HashMap<>();

    private TaxonomyReader(YamlNode root) {
        this.root = root;
    }

    static Taxonomy read(Path path) {
        return read(YamlFile.read(path));
    }

    static Taxonomy read(YamlFile file) {
        Taxonomy taxonomy = new TaxonomyReader(file.root()).taxonomy();
        file.refuseIfBroken();
        return taxonomy;
    }

    private Taxonomy taxonomy() {
        root.onlyKeys("version", "natures", "tiers", "negations", "sets", "groups", "categories");
        if (root.number("version") != VERSION) {
            root.problem("不支持的版本", "请写 version: " + VERSION);
        }
        Map<Tier, Duration> limits = limits();
        Map<Nature, List<String>> natures = natures();
        root.list("groups").forEach(this::group);
        lexicon.readSets(root);
        root.list("categories").forEach(this::category);
        if (!categories.containsKey(Category.OTHER)) {
            root.problem("缺少 " + Category.OTHER, "请补上“其他”一类，分不清的诉求归入其中");
        }
        return new Taxonomy(
                List.copyOf(groups.values()),
                Collections.unmodifiableMap(categories),
                limits,
                new Lexicon(Collections.unmodifiableMap(words), lexicon.plain(root, "negations"), natures));
    }

    private Map<Tier, Duration> limits() {
        Map<Tier, Duration> limits = new EnumMap<>(Tier.class);
        root.at("tiers").ifPresent(node -> {
            node.onlyKeys(names(Tier.values()));
            for (Tier tier : Tier.values()) {
                limits.put(tier, duration(node, tier.name()));
            }
        });
        if (limits.isEmpty()) {
            root.problem("缺少 tiers", "请补上各级时限，例如 P0: 2h");
        }
        return limits;
    }

    private static Duration duration(YamlNode node, String key) {
        String value = node.text(key);
        YamlNode at = node.at(key).orElse(node);
        if (value.length() >= 2 && value.length() <= 4) {
            int number = digits(value.substring(0, value.length() - 1));
            char unit = value.charAt(value.length() - 1);
            if (number > 0 && unit == 'h') {
                return Duration.ofHours(number);
            }
            if (number > 0 && unit == 'd') {
                return Duration.ofDays(number);
            }
        }
        at.problem("时限写法有误：" + value, "请写成 24h 或 3d");
        return Duration.ofDays(1);
    }

    /** The number that digits say, or -1 when something else stands among them. */
    private static int digits(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private Map<Nature, List<String>> natures() {
        Map<Nature, List<String>> natures = new EnumMap<>(Nature.class);
        root.at("natures").ifPresent(node -> {
            node.onlyKeys(names(Nature.values()));
            for (Nature nature : Nature.values()) {
                natures.put(nature, lexicon.plain(node, nature.name()));
            }
        });
        natures.forEach((nature, list) -> {
            if (list.isEmpty()) {
                root.problem("natures 下缺少 " + nature, "请写出表示这种性质的词");
            }
        });
        if (natures.isEmpty()) {
            root.problem("缺少 natures", "请补上六种性质的词");
        }
        return natures;
    }

    private void group(YamlNode node) {
        node.onlyKeys("code", "key", "name");
        Group group = new Group(node.text("code"), node.text("key"), node.text("name"));
        if (!isUpper(group.code(), 3)) {
            node.problem("大类代码有误：" + group.code(), "请写三个大写字母，例如 ENV");
        }
        uniqueKey(node, group.key());
        if (groups.put(group.code(), group) != null) {
            node.problem("大类代码重复：" + group.code(), "请改成别的代码");
        }
    }

    private void category(YamlNode node) {
        node.onlyKeys(FIELDS);
        String code = node.text("code");
        Category category = new Category(
                code,
                node.text("key"),
                node.text("name"),
                groupOf(node, code),
                handling(node),
                node.text("std", ""),
                node.texts("examples"));
        if (!category.isOther()) {
            uniqueKey(node, category.key());
        }
        if (categories.put(code, category) != null) {
            node.problem("类别代码重复：" + code, "请改成没有用过的代码");
        }
        words.put(code, lexicon.read(node, code));
    }

    private static Handling handling(YamlNode node) {
        return new Handling(
                node.oneOf("tier", Tier.class), node.oneOf("level", Level.class), node.text("owner"), flags(node));
    }

    private Group groupOf(YamlNode node, String code) {
        if (code.equals(Category.OTHER)) {
            return OTHER_GROUP;
        }
        boolean wellFormed = code.length() == 5 && isUpper(code.substring(0, 3), 3) && digits(code.substring(3)) > 0;
        Group group = wellFormed ? groups.get(code.substring(0, 3)) : null;
        if (group == null) {
            node.problem("类别代码有误：" + code, "请写大类代码加两位数字，例如 ENV01；大类须在 groups 中");
            return OTHER_GROUP;
        }
        return group;
    }

    private void uniqueKey(YamlNode node, String key) {
        Integer line = keys.putIfAbsent(key, node.line());
        if (line != null) {
            node.problem("key 重复：" + key + "（第 " + line + " 行已有）", "请改成没有用过的英文名");
        }
    }

    private static Set<Flag> flags(YamlNode node) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (YamlNode item : node.list("flags")) {
            Flag.of(item.asText())
                    .ifPresentOrElse(flags::add, () -> item.problem("不认识的标记 " + item.asText(), "可用标记：" + letters()));
        }
        return flags;
    }

    private static String letters() {
        List<String> letters = new ArrayList<>();
        for (Flag flag : Flag.values()) {
            letters.add(String.valueOf(flag.letter()));
        }
        return String.join("、", letters);
    }

    private static boolean isUpper(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static String[] names(Enum<?>[] constants) {
        Set<String> names = new HashSet<>();
        for (Enum<?> constant : constants) {
            names.add(constant.name());
        }
        return names.toArray(String[]::new);
    }
}
