package cn.huying.knowledge.law;

import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code config/statutes.yml}: what was fitted for ranking articles of law, and to which questions. Written by a command, readable by people. */
public final class RankingFile {
    private RankingFile() {}

    /** @param fittedTo the fingerprint of the questions, so that figures on the very same are recognised */
    public record Fitted(Ranking ranking, String fittedTo, Offers offers) {
        public Fitted(Ranking ranking, String fittedTo) {
            this(ranking, fittedTo, Offers.NONE);
        }

        /** The same with other offers. */
        public Fitted with(Offers other) {
            return new Fitted(ranking, fittedTo, other);
        }
    }

    /** @param report how good they are, lines for people */
    public record Offers(Offer.Both offers, List<String> report) {
        public static final Offers NONE = new Offers(Offer.Both.NEVER, List.of());
    }

    /** @throws cn.huying.knowledge.load.ConfigException with every problem of the file */
    public static Fitted read(Path path) {
        YamlFile file = YamlFile.read(path);
        YamlNode root = file.root();
        root.onlyKeys("fitted-to", "weights", "questions", "laws", "offer");
        List<Double> weights = new ArrayList<>();
        for (String cue : Ranking.cues()) {
            weights.add(root.at("weights").map(node -> node.decimal(cue)).orElse(0.0));
        }
        if (root.at("weights").isEmpty()) {
            root.problem("缺少 weights", "请运行 ./huying bench retrieval --fit 重新生成");
        }
        Map<String, Double> laws = new HashMap<>();
        root.list("laws").forEach(law -> laws.put(law.text("law"), law.decimal("answers")));
        double questions = root.decimal("questions");
        String fittedTo = root.text("fitted-to", "");
        Offers offers = root.at("offer").map(RankingFile::offers).orElse(Offers.NONE);
        file.refuseIfBroken();
        return new Fitted(new Ranking(weights, new LawCustom(laws, questions)), fittedTo, offers);
    }

    private static Offers offers(YamlNode node) {
        node.onlyKeys("report", "everything", "words");
        Offer.Both offers = new Offer.Both(
                node.at("everything").map(one -> offer(one, Offer.figures())).orElse(Offer.Both.NEVER.everything()),
                node.at("words").map(one -> offer(one, Offer.figuresOfWords())).orElse(Offer.Both.NEVER.words()));
        return new Offers(
                offers, node.list("report").stream().map(YamlNode::asText).toList());
    }

    private static Offer offer(YamlNode node, List<String> figures) {
        List<Double> weights = new ArrayList<>();
        weights.add(node.decimal("bias"));
        figures.forEach(figure -> weights.add(node.decimal(figure)));
        return new Offer(weights, node.decimal("from"));
    }

    private static void write(String name, Offer offer, List<String> figures, StringBuilder text) {
        text.append(String.format(
                Locale.ROOT,
                "  %s:%n    from: %.4f%n    bias: %.5f%n",
                name,
                offer.from(),
                offer.weights().getFirst()));
        for (int i = 0; i < figures.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "    %s: %.5f%n",
                    figures.get(i),
                    offer.weights().get(i + 1)));
        }
    }

    public static String written(Fitted fitted) {
        Ranking ranking = fitted.ranking();
        StringBuilder text = new StringBuilder("""
                # 怎样给法条排序：由 ./huying bench retrieval --fit 写成，请勿手改。
                # weights 是各种线索的份量；laws 是每部法律回答过多少个问题（一个问题涉及几部法律时按份计）。
                """);
        text.append("fitted-to: ").append(fitted.fittedTo()).append("\nweights:\n");
        List<String> cues = Ranking.cues();
        for (int i = 0; i < cues.size(); i++) {
            text.append(String.format(
                    Locale.ROOT, "  %s: %.5f%n", cues.get(i), ranking.weights().get(i)));
        }
        Offer.Both offers = fitted.offers().offers();
        if (offers.everything().from() <= 1) {
            text.append("offer:\n  report:\n");
            fitted.offers()
                    .report()
                    .forEach(line -> text.append("    - ").append(line).append('\n'));
            write("everything", offers.everything(), Offer.figures(), text);
            write("words", offers.words(), Offer.figuresOfWords(), text);
        }
        text.append(String.format(
                Locale.ROOT, "questions: %.1f%nlaws:%n", ranking.custom().questions()));
        for (String law : ranking.custom().mostAsked(Integer.MAX_VALUE)) {
            double answers = ranking.custom().answers().getOrDefault(law, 0.0);
            text.append(String.format(Locale.ROOT, "  - {law: \"%s\", answers: %.3f}%n", law, answers));
        }
        return text.toString();
    }
}
