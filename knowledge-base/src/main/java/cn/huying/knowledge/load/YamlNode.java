package cn.huying.knowledge.load;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a {@link YamlFile} that knows its line. The typed readers never throw: what is missing or of the wrong kind is noted as a
 * problem on the file and a neutral value is given back, so that one reading finds all mistakes.
 */
public final class YamlNode {
    private final YamlFile file;
    private final Node node;

    YamlNode(YamlFile file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** The line of this node, from 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** The column of a table this node was read from; empty elsewhere. */
    public String column() {
        return Outline.column(node.getStartMark());
    }

    public void problem(String reason, String mend) {
        file.problem(this, reason, mend);
    }

    /** The value under a key, if the key is there and not null. */
    public Optional<YamlNode> at(String key) {
        return Optional.ofNullable(fields().get(key));
    }

    /** The text under a key; noted as a problem when missing or blank. */
    public String text(String key) {
        String value = at(key).map(YamlNode::asText).orElse("");
        if (value.isBlank()) {
            problem("缺少 " + key, "请补上 " + key + " 的内容");
        }
        return value.strip();
    }

    /** The text under a key, or what is given when the key is missing. */
    public String text(String key, String otherwise) {
        return at(key).map(YamlNode::asText).map(String::strip).orElse(otherwise);
    }

    public int number(String key) {
        return at(key).map(YamlNode::asNumber).orElseGet(() -> {
            problem("缺少 " + key, "请补上整数 " + key);
            return 0;
        });
    }

    public double decimal(String key) {
        String value = text(key);
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            problem(key + " 不是数字：" + value, "请写成小数，例如 0.85");
            return 0;
        }
    }

    /** A date under a key, if the key is there; noted as a problem when it is not a date. */
    public Optional<LocalDate> date(String key) {
        return at(key).flatMap(YamlNode::asDate);
    }

    public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        String value = text(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"));
        at(key).orElse(this).problem(key + " 的取值不认识：" + value, "只能是 " + allowed);
        return type.getEnumConstants()[0];
    }

    /** The items under a key; an absent key is an empty list. */
    public List<YamlNode> list(String key) {
        return at(key).map(YamlNode::items).orElse(List.of());
    }

    public List<String> texts(String key) {
        return list(key).stream().map(YamlNode::asText).map(String::strip).toList();
    }

    /** Notes every key that is not among the known ones: a mistyped key must not be silently ignored. */
    public void onlyKeys(String... known) {
        Set<String> allowed = Set.of(known);
        fields().forEach((key, value) -> {
            if (!allowed.contains(key)) {
                value.problem("不认识的字段 " + key, "请检查拼写，可用字段：" + String.join("、", known));
            }
        });
    }

    public List<YamlNode> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new YamlNode(file, item))
                    .toList();
        }
        problem("这里应当是一个列表", "请每项一行，以“- ”开头");
        return List.of();
    }

    /** The fields of a mapping in file order, without those whose value is null. */
    public Map<String, YamlNode> fields() {
        if (!(node instanceof MappingNode mapping)) {
            problem("这里应当是“字段: 值”的形式", "请检查缩进和冒号");
            return Map.of();
        }
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key
                    && !Tag.NULL.equals(tuple.getValueNode().getTag())) {
                if (fields.put(key.getValue(), new YamlNode(file, tuple.getValueNode())) != null) {
                    new YamlNode(file, key).problem("字段 " + key.getValue() + " 写了两次", "请删去其中一个");
                }
            }
        }
        return fields;
    }

    public String asText() {
        if (node instanceof ScalarNode scalar) {
            String value = Characters.withPlainLineEnds(scalar.getValue());
            Characters.unreadable(value)
                    .ifPresent(point -> problem("有看不见的控制字符或乱码 " + Characters.named(point), "请删去该字符，或重新输入这段文字"));
            return value;
        }
        problem("这里应当是一段文字", "请写成一行文字，或用引号括起来");
        return "";
    }

    private int asNumber() {
        String value = asText();
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            problem("不是整数：" + value, "请写成整数");
            return 0;
        }
    }

    private Optional<LocalDate> asDate() {
        String value = asText();
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            problem("日期写法有误：" + value, "请写成 2026-01-31 这样");
            return Optional.empty();
        }
    }
}
