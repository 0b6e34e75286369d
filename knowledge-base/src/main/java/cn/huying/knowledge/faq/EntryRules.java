package cn.huying.knowledge.faq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What every entry must be like, by itself and beside the others, whether it comes from a file, a table or the console. */
public final class EntryRules {
    private static final int FEWEST_VARIANTS = 4;

    private EntryRules() {}

    /** Tells each entry's flaws to it; what is there twice is told to the later one. */
    public static void check(List<WrittenEntry> entries) {
        check(entries, List.of());
    }

    /** @param known entries that stay beside these, unless one of these has the same id */
    static void check(List<WrittenEntry> entries, Collection<Entry> known) {
        entries.forEach(EntryRules::checkAlone);
        new CrossCheck(known).check(entries);
    }

    /** The flaws of entries that are kept by their ids. */
    public static List<Flaw> flaws(Collection<Entry> entries) {
        List<Flaw> flaws = new ArrayList<>();
        check(entries.stream()
                .map(entry -> new WrittenEntry(entry, "条目 " + entry.id() + "（" + entry.question() + "）", flaws::add))
                .toList());
        return flaws;
    }

    private static void checkAlone(WrittenEntry written) {
        Entry entry = written.entry();
        required(written, "topic", entry.topic());
        required(written, "question", entry.question());
        required(written, "answer", entry.answer().text());
        required(written, "region", entry.validity().region());
        checkVariants(written, entry.wording().variants());
        checkLength(written, entry.answer().text());
        checkSources(written, entry.sources());
        checkValidity(written, entry.validity());
        entry.action()
                .category()
                .filter(code -> !isCategoryCode(code))
                .ifPresent(code -> written.flaw("action", "类别编码写法有误：" + code, "请写成三个大写字母加两位数字，例如 PRO02"));
    }

    private static void required(WrittenEntry written, String field, String text) {
        if (text.isBlank()) {
            written.flaw(field, "缺少 " + field, "请补上 " + field + " 的内容");
        }
    }

    private static void checkVariants(WrittenEntry written, List<String> variants) {
        long usable = variants.stream().filter(variant -> !variant.isBlank()).count();
        if (usable < FEWEST_VARIANTS) {
            written.flaw("variants", "问法只有 " + usable + " 种", "请至少写 " + FEWEST_VARIANTS + " 种居民真实的问法");
        }
    }

    private static void checkLength(WrittenEntry written, String answer) {
        int length = answer.codePointCount(0, answer.length());
        if (length > Answer.LONGEST) {
            written.flaw("answer", "答案有 " + length + " 字", "请缩短到 " + Answer.LONGEST + " 字以内，其余写进 steps");
        }
    }

    private static void checkSources(WrittenEntry written, List<Source> sources) {
        if (sources.isEmpty()) {
            written.flaw("sources", "缺少来源 sources", "请写明法律名称和条号，或政策名称和发布机关");
        }
        for (Source source : sources) {
            switch (source) {
                case Source.Article(String law, String article, String _) -> {
                    required(written, "sources", "law", law);
                    required(written, "sources", "article", article);
                }
                case Source.Policy(String policy, String issuer, String _) -> {
                    required(written, "sources", "policy", policy);
                    required(written, "sources", "issuer", issuer);
                }
            }
        }
    }

    private static void required(WrittenEntry written, String field, String part, String text) {
        if (text.isBlank()) {
            written.flaw(field, "来源缺少 " + part, "请补上 " + part + " 的内容");
        }
    }

    private static void checkValidity(WrittenEntry written, Validity validity) {
        validity.until()
                .filter(validity.from()::isAfter)
                .ifPresent(end -> written.flaw("effective", "失效日期早于生效日期", "请检查 effective 的 from 和 until"));
    }

    private static boolean isCategoryCode(String code) {
        return code.length() == 5
                && code.chars().limit(3).allMatch(c -> c >= 'A' && c <= 'Z')
                && code.chars().skip(3).allMatch(c -> c >= '0' && c <= '9');
    }
}
