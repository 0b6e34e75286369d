package cn.huying.api.bench;

import cn.huying.api.bench.lab.BenchException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What messages came to, from the server's own counter {@code huying_messages_total{outcome,group}}. */
final class Outcomes {
    private static final String COUNTER = "huying_messages_total{";
    private static final Set<String> RECOGNISED = Set.of("asked_where", "asked_to_confirm", "asked_what", "registered");
    private static final Map<String, List<String>> SUMMARY = summary();

    /** One label pair of the counter. */
    private record Label(String outcome, String group) {}

    private final Map<Label, Long> counts;

    private Outcomes(Map<Label, Long> counts) {
        this.counts = counts;
    }

    private static Map<String, List<String>> summary() {
        Map<String, List<String>> summary = new LinkedHashMap<>();
        summary.put("直接回答", List.of("answered"));
        summary.put("给出选项", List.of("offered_choices"));
        summary.put("识别为诉求", List.of("asked_to_confirm", "asked_where", "asked_what", "registered"));
        summary.put("  其中问地点", List.of("asked_where"));
        summary.put("转人工或问是否登记", List.of("handed_to_staff", "not_found"));
        summary.put("紧急情况", List.of("emergency"));
        summary.put("寒暄或指引", List.of("talked"));
        summary.put("不需回复", List.of("silent"));
        return summary;
    }

    static Outcomes read(URI metrics) {
        try (InputStream in = metrics.toURL().openStream()) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BenchException("读不到服务的计数：" + metrics, e);
        }
    }

    static Outcomes of(String exposition) {
        Map<Label, Long> counts = new HashMap<>();
        Arrays.stream(exposition.split("\n"))
                .filter(line -> line.startsWith(COUNTER))
                .forEach(line -> counts.merge(
                        new Label(label(line, "outcome"), label(line, "group")),
                        (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)),
                        Long::sum));
        return new Outcomes(counts);
    }

    private static String label(String line, String name) {
        String before = name + "=\"";
        int from = line.indexOf(before);
        int to = from < 0 ? -1 : line.indexOf('"', from + before.length());
        return to < 0 ? "" : line.substring(from + before.length(), to);
    }

    Outcomes since(Outcomes earlier) {
        Map<Label, Long> more = new HashMap<>();
        counts.forEach((label, count) -> more.put(label, count - earlier.counts.getOrDefault(label, 0L)));
        return new Outcomes(more);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** In words people use, in the order of how much was understood. */
    Map<String, Long> summed() {
        Map<String, Long> summed = new LinkedHashMap<>();
        SUMMARY.forEach((name, kinds) -> summed.put(name, count(kinds)));
        return summed;
    }

    private long count(List<String> kinds) {
        return counts.entrySet().stream()
                .filter(entry -> kinds.contains(entry.getKey().outcome()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Recognised requests by the taxonomy's group code. */
    Map<String, Long> byGroup() {
        Map<String, Long> groups = new TreeMap<>();
        counts.forEach((label, count) -> {
            if (count > 0 && RECOGNISED.contains(label.outcome())) {
                groups.merge(label.group().isEmpty() ? "未分类" : label.group(), count, Long::sum);
            }
        });
        return groups;
    }

    /** Every outcome by the counter's own name. */
    Map<String, Long> byOutcome() {
        Map<String, Long> outcomes = new TreeMap<>();
        counts.forEach((label, count) -> outcomes.merge(label.outcome(), count, Long::sum));
        return outcomes;
    }
}
