package cn.huying.knowledge.calibration;

import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** {@code config/calibration.yml}: how sure the knowledge base may be of what. Written by a command, so that nobody has to guess. */
public final class CalibrationFile {
    private static final String AGAIN = "请运行 ./huying bench faq --fit 重新生成";
    private static final Calibration NONE =
            new Calibration(zeros(looks().size()), zeros(figures().size()), 1, 1);

    private CalibrationFile() {}

    /** @throws cn.huying.knowledge.load.ConfigException with every problem of the file */
    public static Calibrations read(Path path) {
        YamlFile file = YamlFile.read(path);
        YamlNode root = file.root();
        root.onlyKeys("meaning", "words");
        Calibrations calibrations = new Calibrations(calibration(root, "meaning"), calibration(root, "words"));
        file.refuseIfBroken();
        return calibrations;
    }

    private static Calibration calibration(YamlNode root, String key) {
        if (root.at(key).isEmpty()) {
            root.problem("缺少 " + key, AGAIN);
        }
        return root.at(key).map(CalibrationFile::calibration).orElse(NONE);
    }

    private static Calibration calibration(YamlNode node) {
        node.onlyKeys("looks", "chance", "direct", "choices");
        List<Double> looks = numbers(node, "looks", looks());
        List<Double> chance = numbers(node, "chance", figures());
        double direct = node.decimal("direct");
        double choices = node.decimal("choices");
        if (!(choices >= 0 && choices <= direct && direct <= 1)) {
            node.problem("choices 与 direct 的大小不对", "应当 0 ≤ choices ≤ direct ≤ 1；" + AGAIN);
        }
        return new Calibration(looks, chance, direct, choices);
    }

    private static List<Double> numbers(YamlNode parent, String key, List<String> names) {
        List<Double> numbers = new ArrayList<>();
        parent.at(key)
                .ifPresentOrElse(
                        node -> names.forEach(name -> numbers.add(node.decimal(name))),
                        () -> parent.problem("缺少 " + key, AGAIN));
        return numbers.isEmpty() ? zeros(names.size()) : numbers;
    }

    private static List<Double> zeros(int size) {
        return new ArrayList<>(Collections.nCopies(size, 0.0));
    }

    /** @param report what is to be read above the numbers, lines */
    public static String written(Calibrations calibrations, List<String> report) {
        StringBuilder text =
                new StringBuilder("# 有多大把握：由 ./huying bench faq --fit 拟合写成，请勿手改；阈值的理由见 docs/retrieval.md。\n");
        report.forEach(line -> text.append("# ").append(line).append('\n'));
        write(text, "meaning", calibrations.meaning());
        write(text, "words", calibrations.words());
        return text.toString();
    }

    private static void write(StringBuilder text, String key, Calibration calibration) {
        text.append(key).append(":\n");
        write(text, "looks", looks(), calibration.looks());
        write(text, "chance", figures(), calibration.chance());
        text.append(String.format(
                Locale.ROOT, "  direct: %.3f%n  choices: %.3f%n", calibration.direct(), calibration.choices()));
    }

    private static void write(StringBuilder text, String key, List<String> names, List<Double> numbers) {
        text.append("  ").append(key).append(":\n");
        for (int i = 0; i < names.size(); i++) {
            text.append(String.format(Locale.ROOT, "    %s: %.5f%n", names.get(i), numbers.get(i)));
        }
    }

    private static List<String> looks() {
        return Arrays.stream(Calibration.Look.values())
                .map(CalibrationFile::name)
                .toList();
    }

    private static List<String> figures() {
        List<String> names = new ArrayList<>(List.of("bias"));
        for (Calibration.Figure figure : Calibration.Figure.values()) {
            names.add(name(figure));
        }
        return names;
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
