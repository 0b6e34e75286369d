package cn.huying.knowledge.intake;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes entries in the form of {@code config/knowledge/}. */
final class YamlWriter {
    private static final int WIDE = 160;

    private YamlWriter() {}

    static String written(List<Entry> entries) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(4);
        options.setIndicatorIndent(2);
        options.setWidth(WIDE);
        options.setSplitLines(false);
        boolean ofOneTopic = entries.stream().map(Entry::topic).distinct().count() == 1;
        Map<String, Object> file = new LinkedHashMap<>();
        if (ofOneTopic) {
            file.put("topic", entries.getFirst().topic());
        }
        file.put(
                "entries",
                entries.stream().map(entry -> fields(entry, !ofOneTopic)).toList());
        return new Yaml(options).dump(file);
    }

    private static Map<String, Object> fields(Entry entry, boolean withTopic) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", entry.id().value());
        if (withTopic) {
            fields.put("topic", entry.topic());
        }
        fields.put("question", entry.question());
        fields.put("variants", entry.wording().variants());
        fields.put("answer", entry.answer().text());
        putIfAny(fields, "steps", entry.answer().steps());
        putIfAny(fields, "bring", entry.answer().bring());
        fields.put("sources", entry.sources().stream().map(YamlWriter::source).toList());
        fields.put("region", entry.validity().region());
        Map<String, Object> effective = new LinkedHashMap<>();
        effective.put("from", entry.validity().from().toString());
        entry.validity().until().ifPresent(day -> effective.put("until", day.toString()));
        fields.put("effective", effective);
        Map<String, Object> action = action(entry);
        if (!action.isEmpty()) {
            fields.put("action", action);
        }
        fields.put("reviewed", entry.validity().reviewed().toString());
        return fields;
    }

    private static Map<String, Object> action(Entry entry) {
        Map<String, Object> action = new LinkedHashMap<>();
        entry.action().category().ifPresent(category -> action.put("category", category));
        entry.action().phone().ifPresent(phone -> action.put("phone", phone));
        putIfAny(
                action,
                "related",
                entry.action().related().stream().map(EntryId::value).toList());
        return action;
    }

    private static void putIfAny(Map<String, Object> fields, String key, List<String> items) {
        if (!items.isEmpty()) {
            fields.put(key, new ArrayList<>(items));
        }
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (source) {
            case Source.Article(String law, String article, String note) -> {
                fields.put("law", law);
                fields.put("article", article);
                fields.put("note", note);
            }
            case Source.Policy(String policy, String issuer, String note) -> {
                fields.put("policy", policy);
                fields.put("issuer", issuer);
                fields.put("note", note);
            }
        }
        fields.values().removeIf(""::equals);
        return fields;
    }
}
