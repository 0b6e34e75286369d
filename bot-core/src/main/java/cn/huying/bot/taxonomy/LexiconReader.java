package cn.huying.bot.taxonomy;

import cn.huying.bot.taxonomy.Lexicon.CategoryWords;
import cn.huying.bot.taxonomy.Lexicon.Combination;
import cn.huying.knowledge.load.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the words of the categories and refuses those that could never decide between two of them. */
final class LexiconReader {
    private static final int SHORTEST_WORD = 2;
    private static final int MOST_PARTS = 4;

    /** Where each synonym or combination was first seen. */
    private record Owner(String code, int line) {}

    private final Map<String, Owner> owners = new HashMap<>();
    private final Map<String, List<String>> sets = new HashMap<>();

    /** The named word sets combinations may use. */
    void readSets(YamlNode root) {
        root.at("sets")
                .ifPresent(node -> node.fields().forEach((name, words) -> {
                    List<String> set =
                            words.items().stream().map(YamlNode::asText).toList();
                    if (set.isEmpty()) {
                        words.problem("词组 " + name + " 是空的", "请至少写一个词，或删去该词组");
                    }
                    sets.put(name, set);
                }));
    }

    CategoryWords read(YamlNode category, String code) {
        Set<String> own = new HashSet<>();
        List<String> synonyms = words(category, "synonyms", SHORTEST_WORD, own);
        claim(category, code);
        List<String> hints = words(category, "hints", SHORTEST_WORD, own);
        List<String> exclusions = words(category, "exclusions", 1, own);
        List<Combination> combinations = combinations(category, code);
        if (synonyms.isEmpty() && combinations.isEmpty() && !code.equals(Category.OTHER)) {
            category.problem(code + " 没有任何同义词", "请在 synonyms 下写居民常用的说法，否则永远分不到这一类");
        }
        return new CategoryWords(synonyms, hints, combinations, exclusions, truth(category, "lacking"));
    }

    /** A plain word list that belongs to no category. */
    List<String> plain(YamlNode node, String key) {
        return words(node, key, 1, new HashSet<>());
    }

    private static List<String> words(YamlNode node, String key, int shortest, Set<String> seen) {
        List<String> words = new ArrayList<>();
        for (YamlNode item : node.list(key)) {
            String word = item.asText().strip();
            String normal = Wording.normal(word);
            if (normal.length() < shortest) {
                item.problem("词太短：" + word, "请至少写两个字，单字会到处误中");
            } else if (!seen.add(normal)) {
                item.problem("同一类里重复的词：" + word, "请删去其中一个；同义词、提示词和排除词不能相同");
            }
            words.add(word);
        }
        return List.copyOf(words);
    }

    private void claim(YamlNode category, String code) {
        for (YamlNode item : category.list("synonyms")) {
            claim(item, item.asText().strip(), code, "请只留在一类里，或把较弱的一处移到 hints");
        }
    }

    private void claim(YamlNode item, String source, String code, String mend) {
        Owner first = owners.putIfAbsent(Wording.normal(source), new Owner(code, item.line()));
        if (first != null && !first.code().equals(code)) {
            item.problem("“" + source + "”同时属于 " + first.code() + "（第 " + first.line() + " 行）和 " + code, mend);
        }
    }

    private List<Combination> combinations(YamlNode category, String code) {
        List<Combination> combinations = new ArrayList<>();
        for (YamlNode item : category.list("combine")) {
            String source = item.asText().strip();
            claim(item, source, code, "请删去其中一个，或把其中一个写得更具体");
            combinations.add(combination(item, source));
        }
        return List.copyOf(combinations);
    }

    private Combination combination(YamlNode item, String source) {
        List<List<String>> parts = new ArrayList<>();
        for (String part : Parts.split(source, '+')) {
            List<String> choices = new ArrayList<>();
            for (String choice : Parts.split(part, '|')) {
                choices.addAll(choices(item, choice));
            }
            parts.add(List.copyOf(choices));
        }
        if (parts.size() < 2 || parts.size() > MOST_PARTS) {
            item.problem("组合应当有两到四个部分：" + source, "请写成“楼上 + 漏水”的样子");
        }
        return new Combination(source, List.copyOf(parts));
    }

    private List<String> choices(YamlNode item, String choice) {
        if (choice.isEmpty()) {
            item.problem("组合里有空的部分", "请检查多余的 + 或 |");
            return List.of();
        }
        if (choice.charAt(0) != '@') {
            return List.of(choice);
        }
        List<String> set = sets.get(choice.substring(1));
        if (set == null) {
            item.problem("不认识的词组 " + choice, "可用词组：" + String.join("、", sets.keySet()));
            return List.of();
        }
        return set;
    }

    private static boolean truth(YamlNode node, String key) {
        String value = node.text(key, "false");
        if (!value.equals("true") && !value.equals("false")) {
            node.problem(key + " 只能是 true 或 false", "请改正取值");
        }
        return value.equals("true");
    }

    /** Splitting at a character without regular expressions; empty parts are kept so that they can be refused. */
    static final class Parts {
        private Parts() {}

        static List<String> split(String text, char separator) {
            List<String> parts = new ArrayList<>();
            int from = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || text.charAt(i) == separator) {
                    parts.add(text.substring(from, i).strip());
                    from = i + 1;
                }
            }
            return parts;
        }
    }
}
