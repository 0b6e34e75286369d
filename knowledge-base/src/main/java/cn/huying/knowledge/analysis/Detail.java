package cn.huying.knowledge.analysis;

import java.util.List;

/** What a question wants to know of its subject beside what to do: a price, a day, a way. An entry that never speaks of it hardly answers. */
public enum Detail {
    MONEY("多少钱", "费用", "价格", "几块", "一平", "工资", "收费", "利率", "几个点"),
    TIME("几点", "什么时候", "啥时候", "何时", "哪天", "几号", "几月", "周几", "星期几", "明天", "今天", "今年", "昨晚", "昨天"),
    PLACE("附近", "怎么走", "最近的", "在几楼", "几路", "哪个小学"),
    PERSON("谁", "叫什么", "姓什么", "叫啥", "电话", "号码", "联系方式"),
    CHOICE("哪家", "牌子", "推荐", "哪种", "哪款", "靠谱", "划算", "便宜", "哪个好", "打折"),
    OWN_CASE("我的", "我家", "我妈的", "办好了没", "批了吗", "批下来", "出结果", "到账", "进度", "到哪一步", "没有发", "咋没", "我们小区", "咱们", "我们这");

    private final PhraseMatcher phrases;

    Detail(String... phrases) {
        this.phrases = PhraseMatcher.of(List.of(phrases));
    }

    /** One bit for each detail the text speaks of. */
    public static int in(String text) {
        int bits = 0;
        for (Detail detail : values()) {
            if (detail.phrases.occursIn(text)) {
                bits |= 1 << detail.ordinal();
            }
        }
        return bits;
    }
}
