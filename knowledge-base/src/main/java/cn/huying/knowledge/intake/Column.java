package cn.huying.knowledge.intake;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is known of an entry, in the order it is written down. A date that must be there comes last, so that a file cut short inside an entry is
 * noticed.
 */
public enum Column {
    ID("id", "编号"),
    TOPIC("topic", "主题"),
    QUESTION("question", "问题"),
    VARIANTS("variants", "其他问法"),
    ANSWER("answer", "答案"),
    STEPS("steps", "步骤"),
    BRING("bring", "携带"),
    SOURCES("sources", "来源"),
    CATEGORY("category", "类别"),
    PHONE("phone", "电话"),
    RELATED("related", "相关条目"),
    REGION("region", "地区"),
    FROM("from", "生效"),
    UNTIL("until", "失效"),
    REVIEWED("reviewed", "核对日期");

    private final String key;
    private final String label;

    Column(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The field's name in YAML and in the form of the console. */
    public String key() {
        return key;
    }

    /** The name an editor reads above a column. */
    public String label() {
        return label;
    }

    /** By either name. */
    static Optional<Column> named(String name) {
        return Arrays.stream(values())
                .filter(column -> column.key.equalsIgnoreCase(name) || column.label.equals(name))
                .findFirst();
    }
}
