package cn.huying.bot.emergency;

import cn.huying.bot.emergency.Lexicon.Alarm;
import cn.huying.bot.emergency.Lexicon.Combination;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lexicon, noting every mistake on the file. */
final class LexiconReader {
    private LexiconReader() {}

    static Lexicon read(YamlFile file) {
        YamlNode root = file.root();
        root.onlyKeys("story", "misspellings", "emoji", "harmless", "not-now", "now", "dangers");
        List<Alarm> alarms =
                root.list("dangers").stream().map(LexiconReader::alarm).toList();
        Set<Danger> silent = EnumSet.allOf(Danger.class);
        alarms.forEach(alarm -> silent.remove(alarm.emergency().danger()));
        if (!silent.isEmpty()) {
            root.problem("缺少危险类型 " + silent, "请在 dangers 下补上，每一类都要有");
        }
        Lexicon lexicon = new Lexicon(
                root.number("story"),
                misspellings(root),
                emoji(root),
                words(root, "harmless"),
                words(root, "not-now"),
                words(root, "now"),
                alarms);
        file.refuseIfBroken();
        return lexicon;
    }

    private static Alarm alarm(YamlNode node) {
        node.onlyKeys("danger", "category", "numbers", "template", "phrases", "alone", "combinations", "not-now");
        Emergency emergency = new Emergency(
                node.oneOf("danger", Danger.class),
                node.text("category"),
                node.texts("numbers"),
                node.text("template"));
        if (emergency.numbers().isEmpty()) {
            node.problem("缺少电话 numbers", "请写上该打的电话，最要紧的在前");
        }
        List<Combination> combinations = node.list("combinations").stream()
                .map(LexiconReader::combination)
                .toList();
        Set<String> phrases = words(node, "phrases");
        if (phrases.isEmpty() && combinations.isEmpty()) {
            node.problem("没有任何词语", "请至少写 phrases 或 combinations 之一");
        }
        return new Alarm(emergency, phrases, words(node, "alone"), combinations, words(node, "not-now"));
    }

    private static Combination combination(YamlNode node) {
        node.onlyKeys("one", "other", "within");
        Combination combination = new Combination(words(node, "one"), words(node, "other"), node.number("within"));
        if (combination.one().isEmpty() || combination.other().isEmpty()) {
            node.problem("组合缺少一边的词", "请写上 one 和 other");
        }
        return combination;
    }

    private static Map<String, String> misspellings(YamlNode root) {
        Map<String, String> misspellings = new HashMap<>();
        root.at("misspellings")
                .ifPresent(node -> node.fields().forEach((right, wrongs) -> {
                    for (String wrong :
                            wrongs.items().stream().map(YamlNode::asText).toList()) {
                        if (wrong.length() != right.length()) {
                            wrongs.problem("错字 " + wrong + " 与 " + right + " 长短不同", "请写成一样长");
                        }
                        misspellings.put(PlainText.folded(wrong), PlainText.folded(right));
                    }
                }));
        return misspellings;
    }

    private static Map<Integer, String> emoji(YamlNode root) {
        Map<Integer, String> emoji = new HashMap<>();
        root.at("emoji")
                .ifPresent(node -> node.fields().forEach((word, pictures) -> {
                    for (YamlNode picture : pictures.items()) {
                        String shown = picture.asText();
                        if (shown.codePointCount(0, shown.length()) != 1) {
                            picture.problem("表情 " + shown + " 不是一个字符", "请每个表情单独写");
                        } else {
                            emoji.put(shown.codePointAt(0), PlainText.squeezed(word));
                        }
                    }
                }));
        return emoji;
    }

    private static Set<String> words(YamlNode node, String key) {
        Set<String> words = new LinkedHashSet<>();
        for (YamlNode item : node.list(key)) {
            String word = PlainText.squeezed(item.asText());
            if (word.isEmpty() || !words.add(word)) {
                item.problem("词语为空或写了两次：" + word, "请删去");
            }
        }
        return words;
    }
}
