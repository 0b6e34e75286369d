package cn.huying.bot.intent;

import cn.huying.knowledge.analysis.Beginnings;
import cn.huying.knowledge.load.YamlNode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hears what is asked of the answer before it, 都要带啥: words that name no matter of their own, and nothing else. */
final class FollowUpReader {
    private static final int LONGEST = 24;
    private static final int LONGEST_LEANING = 18;
    private static final int DIGITS_OF_AN_AGE = 3;
    /** How words for people end. */
    private static final String PEOPLE = "妈爸奶爷婆公人娘父母伴";

    private static final String SOME_AGE = "80岁";
    private static final Beginnings AFTER_AN_AGE = Beginnings.of(List.of("岁", "多岁", "周岁", "岁多"));
    private static final Set<Aspect> VAGUE = EnumSet.of(Aspect.MORE, Aspect.OTHERS);

    private final Pieces<Aspect> pieces;
    private final Pieces<Aspect> ofOthers;
    private final Map<Aspect, List<String>> signs;
    private final Leaning leaning;

    /** How words that lean on what was said before begin and end. */
    private record Leaning(Beginnings beginnings, List<String> endings) {}

    private FollowUpReader(
            Pieces<Aspect> pieces, Pieces<Aspect> ofOthers, Map<Aspect, List<String>> signs, Leaning leaning) {
        this.pieces = pieces;
        this.ofOthers = ofOthers;
        this.signs = signs;
        this.leaning = leaning;
    }

    /** Reads {@code follow-ups}; every mistake is noted on the node. */
    static FollowUpReader read(YamlNode root) {
        Map<String, Aspect> phrases = new HashMap<>();
        Map<Aspect, List<String>> signs = new EnumMap<>(Aspect.class);
        Set<String> fillers = new HashSet<>(IntentLexicon.words(root, "follow-up-fillers"));
        IntentLexicon.named(root, "follow-ups", Aspect.class).forEach((aspect, node) -> {
            node.onlyKeys("asked", "told-by");
            for (String asked : IntentLexicon.words(node, "asked")) {
                if (phrases.put(asked, aspect) != null) {
                    node.problem("“" + asked + "”写了两次", "一句话只能有一个意思，请删去其中一个");
                }
            }
            signs.put(aspect, node.texts("told-by"));
        });
        for (Aspect aspect : Aspect.values()) {
            if (!phrases.containsValue(aspect)) {
                root.problem("follow-ups 缺少 " + aspect, "请写上居民怎么问");
            }
        }
        Set<String> people = new HashSet<>(fillers);
        people.addAll(IntentLexicon.words(root, "follow-up-people"));
        return new FollowUpReader(
                new Pieces<>(Aspect.class, phrases, fillers, LONGEST),
                new Pieces<>(Aspect.class, phrases, people, LONGEST),
                signs,
                new Leaning(
                        Beginnings.of(IntentLexicon.words(root, "leaning-beginnings")),
                        IntentLexicon.words(root, "leaning-endings")));
    }

    /** Whether short words may lean on what was said before, though they say something of their own: 那放楼道里充呢. */
    boolean leans(String squeezed) {
        return squeezed.length() <= LONGEST_LEANING
                && (leaning.beginnings().skip(squeezed, 0) > 0
                        || leaning.endings().stream().anyMatch(squeezed::endsWith));
    }

    /** What such words name themselves, without how they lean: 月收入5000 of 月收入5000能申请吗. */
    String named(String squeezed) {
        String rest = squeezed.substring(leaning.beginnings().skip(squeezed, 0));
        int ending = leaning.endings().stream()
                .filter(rest::endsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return rest.substring(0, rest.length() - ending);
    }

    /**
     * 租房的呢 asks the same of others, where 租房的要什么材料 is a question of its own.
     *
     * @param squeezed the message without spaces and punctuation
     */
    Optional<Set<Aspect>> read(String squeezed) {
        return pieces.read(squeezed).or(() -> askedOfOthers(squeezed)).map(FollowUpReader::plainest);
    }

    boolean isOfOthers(String squeezed) {
        return pieces.read(squeezed).isEmpty() && askedOfOthers(squeezed).isPresent();
    }

    private Optional<Set<Aspect>> askedOfOthers(String squeezed) {
        return ofOthers.read(withoutAges(squeezed)).filter(Set.of(Aspect.OTHERS)::equals);
    }

    /** 我妈70 and 73岁的 are somebody, whatever the age: years as people have them become one of the lexicon's. */
    private static String withoutAges(String squeezed) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < squeezed.length()) {
            int end = at;
            while (end < squeezed.length() && squeezed.charAt(end) >= '0' && squeezed.charAt(end) <= '9') {
                end++;
            }
            int years = AFTER_AN_AGE.skip(squeezed, end);
            boolean ofSomebody = at > 0 && PEOPLE.indexOf(squeezed.charAt(at - 1)) >= 0;
            boolean age = end > at && end - at <= DIGITS_OF_AN_AGE && (years > end || ofSomebody);
            int next = age ? years : Math.max(end, at + 1);
            plain.append(age ? SOME_AGE : squeezed.substring(at, next));
            at = next;
        }
        return plain.toString();
    }

    /** 还有啥条件 asks for conditions, and 带啥呢 what to bring. */
    private static Set<Aspect> plainest(Set<Aspect> said) {
        Set<Aspect> plain = EnumSet.copyOf(said);
        plain.removeAll(VAGUE);
        return plain.isEmpty() ? said : plain;
    }

    /** The words by which a sentence tells of an aspect; none where the aspect has a place of its own. */
    List<String> signs(Aspect aspect) {
        return signs.getOrDefault(aspect, List.of());
    }
}
