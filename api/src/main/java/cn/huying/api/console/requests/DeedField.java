package cn.huying.api.console.requests;

import cn.huying.api.form.Posted;
import java.util.Locale;

/** Something a button asks for. */
enum DeedField {
    UNIT("unit", "派给", "", true),
    REASON("reason", "理由", "", true),
    MAIN("line", "并到哪一件", "编号，例如 HY20261121-0042", true),
    REFERENCE("line", "对方的编号", "例如 12345 工单号", true),
    UNTIL("date", "延到哪一天", "", true),
    QUESTION("text", "要问居民什么", "例如：是哪一层的灯？", true),
    ALTERNATIVE("text", "居民可以去哪里办", "例如：请拨打 110 报警", true),
    OUTCOME("text", "联系情况", "可不填", false),
    REPLY("text", "给居民的答复", "居民会原样看到", true),
    EVIDENCE("line", "怎么核实的", "例如：现场看过，灯已亮", true),
    WHY("text", "理由", "", true);

    static final int LONGEST = 500;

    private final String kind;
    private final String label;
    private final String hint;
    private final boolean required;

    DeedField(String kind, String label, String hint, boolean required) {
        this.kind = kind;
        this.label = label;
        this.hint = hint;
        this.required = required;
    }

    String kind() {
        return kind;
    }

    String label() {
        return label;
    }

    String hint() {
        return hint;
    }

    boolean required() {
        return required;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words to put beside it; empty when it is all right. */
    String flaw(String value) {
        if (required && value.isEmpty()) {
            return "请填写" + label;
        }
        return Posted.tooLong(value, LONGEST);
    }
}
