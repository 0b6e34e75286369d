package cn.huying.knowledge.index;

import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code config/calibration.yml}: how sure the knowledge base may be of what. Written by a command, so that nobody has to guess. */
public final class CalibrationFile {
    private CalibrationFile() {}

    /** @throws cn.huying.knowledge.load.ConfigException with every problem of the file */
    public static Calibration read(Path path) {
        YamlFile file = YamlFile.read(path);
        YamlNode root = file.root();
        root.onlyKeys("looks", "chance", "direct", "choices");
        List<Double> looks = numbers(root, "looks", looks());
        List<Double> chance = numbers(root, "chance", figures());
        double direct = root.decimal("direct");
        double choices = root.decimal("choices");
        if (!(choices >= 0 && choices <= direct && direct <= 1)) {
            root.problem("choices 与 direct 的大小不对", "应当 0 ≤ choices ≤ direct ≤ 1；可运行 ./huying bench faq --fit 重新生成");
        }
        file.refuseIfBroken();
        return new Calibration(looks, chance, direct, choices);
    }

    private static List<Double> numbers(YamlNode root, String key, List<String> names) {
        List<Double> numbers = new ArrayList<>();
        root.at(key)
                .ifPresentOrElse(
                        node -> names.forEach(name -> numbers.add(node.decimal(name))),
                        () -> root.problem("缺少 " + key, "请运行 ./huying bench faq --fit 重新生成"));
        while (numbers.size() < names.size()) {
            numbers.add(0.0);
        }
        return numbers;
    }

    /** @param report what is to be read above the numbers, lines */
    public static String written(Calibration calibration, List<String> report) {
        StringBuilder text =
                new StringBuilder("# 有多大把握：由 ./huying bench faq --fit 拟合写成，请勿手改；阈值的理由见 docs/retrieval.md。\n");
        report.forEach(line -> text.append("# ").append(line).append('\n'));
        text.append("looks:\n");
        write(text, looks(), calibration.looks());
        text.append("chance:\n");
        write(text, figures(), calibration.chance());
        text.append(String.format(
                Locale.ROOT, "direct: %.3f%nchoices: %.3f%n", calibration.direct(), calibration.choices()));
        return text.toString();
    }

    private static void write(StringBuilder text, List<String> names, List<Double> numbers) {
        for (int i = 0; i < names.size(); i++) {
            text.append(String.format(Locale.ROOT, "  %s: %.5f%n", names.get(i), numbers.get(i)));
        }
    }

    private static List<String> looks() {
        return Arrays.stream(Calibration.Look.values())
                .map(look -> look.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static List<String> figures() {
        List<String> names = new ArrayList<>(List.of("bias"));
        for (Calibration.Figure figure : Calibration.Figure.values()) {
            names.add(figure.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
