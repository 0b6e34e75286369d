package cn.huying.bot.statute;

import cn.huying.knowledge.analysis.Beginnings;
import cn.huying.knowledge.analysis.PlainText;
import java.util.List;
import java.util.stream.Stream;

/** What people put around the name of an article without saying more: 请问…说的啥. All of it in its one spelling, without spaces and marks. */
record Wrapping(List<String> leading, Beginnings all) {
    /** What may stand between a law's name and the number; 规定 too, where the name is known. */
    static final List<String> BETWEEN = List.of("里面的", "当中的", "里面", "当中", "规定的", "中的", "里的", "里", "中", "的");

    /** Words before a law's name that begin none. */
    static final List<String> LEADING = List.of(
            "请问", "请教", "问一下", "问下", "我想问", "想问", "想问一下", "我想知道", "想知道", "想看", "我想看", "我要看", "帮我", "麻烦", "查一下", "查下",
            "查询", "查看", "查查", "查", "看一下", "看看", "看下", "说说", "讲讲", "说一下", "讲一下", "念一下", "解释一下", "解释下", "介绍一下", "什么是",
            "什么叫", "根据", "依据", "依照", "按照", "违反", "关于", "告诉我", "你好", "您好", "那");

    /** They may begin a name, or end one, 中国 or 解释: only where it is known where the name begins. */
    private static final List<String> LEADING_TO_A_KNOWN_NAME = List.of(
            "想了解", "我想", "我要", "搜一下", "搜", "看", "解释", "什么", "违反了", "适用", "按", "据", "我国", "国家", "中国", "现行", "最新", "新",
            "是", "在", "对", "和", "与", "及", "问", "把", "给我", "发", "有", "就是", "比如", "例如", "知道", "了解", "的");

    private static final List<String> ASKING = List.of(
            "是什么意思", "是啥意思", "是什么", "是啥", "说的是什么", "说的是啥", "说的什么", "说的啥", "说了什么", "说了啥", "说什么", "说啥", "讲的是什么", "讲的什么",
            "讲的啥", "讲了什么", "讲什么", "讲啥", "写的什么", "写的啥", "写了什么", "写的", "怎么规定", "怎样规定", "如何规定", "规定了什么", "规定什么", "规定了啥",
            "规定的", "规定", "怎么说", "怎么讲", "怎么写", "什么意思", "啥意思", "什么内容", "啥内容", "具体内容", "具体", "内容", "原文", "全文", "条文", "法条",
            "哪些", "什么", "啥", "怎么", "一下", "告诉我", "发给我", "给我看", "给我", "可以吗", "行吗", "吗", "呢", "啊", "呀", "吧", "嘛", "谢谢",
            "的", "了", "是", "里", "中", "又", "都", "到底", "究竟", "本法", "法律");

    /** 第二款第三项 after the article: the whole article is shown. */
    private static final String NUMERALS = "一二三四五六七八九十0123456789";

    private static final String SECTIONS = "款项目";

    static Wrapping words() {
        List<String> leading = squeezed(Stream.concat(LEADING.stream(), LEADING_TO_A_KNOWN_NAME.stream()));
        return new Wrapping(
                leading,
                Beginnings.of(Stream.concat(leading.stream(), squeezed(ASKING.stream()).stream())
                        .toList()));
    }

    private static List<String> squeezed(Stream<String> words) {
        return words.map(PlainText::squeezed).toList();
    }

    /** Whether a name may begin here: at the beginning, or after words that lead to it. */
    boolean leadsIn(String text, int start) {
        return start == 0 || leading.stream().anyMatch(word -> text.startsWith(word, start - word.length()));
    }

    /** Whether the text is made of such words only. */
    boolean isAll(String text) {
        int at = 0;
        while (at < text.length()) {
            int next = next(text, at);
            if (next == at) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private int next(String text, int from) {
        int next = all.skip(text, from);
        return next == from && text.charAt(from) == '第' ? endOfSection(text, from) : next;
    }

    private static int endOfSection(String text, int from) {
        int end = from + 1;
        while (end < text.length() && NUMERALS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end > from + 1 && end < text.length() && SECTIONS.indexOf(text.charAt(end)) >= 0 ? end + 1 : from;
    }
}
