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
    public record Fitted(Ranking ranking, String fittedTo) {}

    /** @throws cn.huying.knowledge.load.ConfigException with every problem of the file */
    public static Fitted read(Path path) {
        YamlFile file = YamlFile.read(path);
        YamlNode root = file.root();
        root.onlyKeys("fitted-to", "weights", "questions", "laws");
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
        file.refuseIfBroken();
        return new Fitted(new Ranking(weights, new LawCustom(laws, questions)), fittedTo);
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
        text.append(String.format(
                Locale.ROOT, "questions: %.1f%nlaws:%n", ranking.custom().questions()));
        for (String law : ranking.custom().mostAsked(Integer.MAX_VALUE)) {
            double answers = ranking.custom().answers().getOrDefault(law, 0.0);
            text.append(String.format(Locale.ROOT, "  - {law: \"%s\", answers: %.3f}%n", law, answers));
        }
        return text.toString();
    }
}
