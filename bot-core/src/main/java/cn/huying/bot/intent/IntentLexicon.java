package cn.huying.bot.intent;

import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code config/intents.yml} says.
 *
 * @param commands whole messages that are commands
 * @param smallTalk phrases a message of small talk is made of
 * @param particles words that may stand around either and mean nothing
 * @param bindings beginnings of "我住…"
 * @param notPlaces what may follow such a beginning when no place does: 我住院了
 * @param additions beginnings of "补充：…"
 * @param feedback what is said of an answer
 * @param followUps what is asked of an answer
 * @param besides words that list one thing beside another
 * @param besidePolitely words that may begin another question, or go on with what was said
 * @param cues what phrases anywhere in a message say
 */
record IntentLexicon(
        Map<String, CommandKind> commands,
        Map<String, SmallTalkKind> smallTalk,
        List<String> particles,
        List<String> bindings,
        List<String> notPlaces,
        List<String> additions,
        Map<String, Feedback> feedback,
        FollowUpReader followUps,
        List<String> besides,
        List<String> besidePolitely,
        Map<String, Set<Cue>> cues) {

    static IntentLexicon read(YamlFile file) {
        YamlNode root = file.root();
        root.onlyKeys(
                "commands",
                "small-talk",
                "particles",
                "bindings",
                "not-places",
                "additions",
                "feedback",
                "follow-up-fillers",
                "follow-up-people",
                "follow-ups",
                "leaning-beginnings",
                "leaning-endings",
                "besides",
                "besides-politely",
                "cues");
        IntentLexicon lexicon = new IntentLexicon(
                kinds(root, "commands", CommandKind.class),
                kinds(root, "small-talk", SmallTalkKind.class),
                words(root, "particles"),
                words(root, "bindings"),
                words(root, "not-places"),
                words(root, "additions"),
                kinds(root, "feedback", Feedback.class),
                FollowUpReader.read(root),
                words(root, "besides"),
                words(root, "besides-politely"),
                cues(root));
        for (CommandKind kind : CommandKind.values()) {
            if (!lexicon.commands().containsValue(kind)) {
                root.problem("commands 缺少 " + kind, "请写上这个命令的说法");
            }
        }
        file.refuseIfBroken();
        return lexicon;
    }

    private static <K extends Enum<K>> Map<String, K> kinds(YamlNode root, String key, Class<K> type) {
        Map<String, K> kinds = new HashMap<>();
        named(root, key, type).forEach((kind, node) -> {
            for (String word : words(node)) {
                if (kinds.put(word, kind) != null) {
                    node.problem("“" + word + "”写了两次", "一句话只能有一个意思，请删去其中一个");
                }
            }
        });
        return kinds;
    }

    private static Map<String, Set<Cue>> cues(YamlNode root) {
        Map<String, Set<Cue>> cues = new LinkedHashMap<>();
        named(root, "cues", Cue.class)
                .forEach((cue, node) -> words(node)
                        .forEach(word -> cues.computeIfAbsent(word, _ -> EnumSet.noneOf(Cue.class))
                                .add(cue)));
        return cues;
    }

    static <K extends Enum<K>> Map<K, YamlNode> named(YamlNode root, String key, Class<K> type) {
        Map<K, YamlNode> named = new EnumMap<>(type);
        root.at(key).ifPresent(node -> {
            String[] names =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new);
            node.onlyKeys(names);
            for (K constant : type.getEnumConstants()) {
                node.at(constant.name()).ifPresent(found -> named.put(constant, found));
            }
        });
        if (root.at(key).isEmpty()) {
            root.problem("缺少 " + key, "请补上这一段");
        }
        return named;
    }

    static List<String> words(YamlNode root, String key) {
        return root.at(key).map(IntentLexicon::words).orElse(List.of());
    }

    private static List<String> words(YamlNode node) {
        List<String> words = node.items().stream()
                .map(item -> PlainText.squeezed(item.asText()))
                .toList();
        if (words.stream().anyMatch(String::isEmpty) || Set.copyOf(words).size() < words.size()) {
            node.problem("有空的词语或写了两次的词语", "请删去");
        }
        return words;
    }
}
