package cn.huying.bot.statute;

import cn.huying.knowledge.analysis.Beginnings;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.law.text.ArticleNumber;
import cn.huying.knowledge.law.text.Law;
import java.util.List;
import java.util.Optional;

/**
 * A law and an article that are named and nothing else, told by their shape alone: 刑法第264条 where no such law is on the shelf. Linear in the
 * length of the message.
 */
final class Unshelved {
    private static final char ARTICLE = '条';
    private static final String ORDINAL = "第";
    private static final String NUMERALS = "零〇一二三四五六七八九十百千0123456789";

    private static final int LONGEST = 60;
    private static final int SHORTEST_TITLE = 2;
    private static final int LONGEST_TITLE = 30;

    private static final List<String> ENDINGS = List.of("法", "法典", "条例", "办法", "规定", "规则", "细则", "解释", "规范", "通则");

    /** They end like a law and are none. */
    private static final List<String> NO_LAWS = List.of(
            "没办法", "有办法", "么办法", "啥办法", "好办法", "方法", "做法", "说法", "看法", "想法", "用法", "语法", "写法", "合法", "违法", "非法", "犯法",
            "执法", "无法", "没法", "设法", "手法", "书法", "司法", "守法", "玩法", "打法", "算法");

    /** In what people tell, and in no law's name. */
    private static final String TALK = "我你您他她咱俺了吗呢吧啊没谁啥";

    private static final Beginnings BEFORE = Beginnings.of(List.of(
            "请问", "请教", "问一下", "问下", "我想问", "想问", "想问一下", "我想知道", "想知道", "想看", "我想看", "我要看", "查一下", "查下", "查查", "查询",
            "查看", "查", "看一下", "看看", "看下", "说说", "讲讲", "说一下", "讲一下", "念一下", "解释一下", "解释下", "介绍一下", "什么是", "什么叫", "根据",
            "依据", "依照", "按照", "违反", "关于", "麻烦", "帮我", "告诉我", "你好", "您好", "那", Law.STATE));

    private static final List<String> BETWEEN = List.of("里面的", "当中的", "里面", "当中", "规定的", "中的", "里的", "里", "中", "的");

    private final Wrapping wrapping = Wrapping.words();

    Optional<Citation> read(String words) {
        boolean named = words.length() <= LONGEST && (words.indexOf(ARTICLE) >= 0 || words.indexOf('條') >= 0);
        return named ? inPlain(PlainText.squeezed(words)) : Optional.empty();
    }

    private Optional<Citation> inPlain(String text) {
        for (int at = text.indexOf(ARTICLE); at >= 0; at = text.indexOf(ARTICLE, at + 1)) {
            int numeral = at;
            while (numeral > 0 && NUMERALS.indexOf(text.charAt(numeral - 1)) >= 0) {
                numeral--;
            }
            if (numeral > 0 && numeral < at) {
                return cited(text, numeral);
            }
        }
        return Optional.empty();
    }

    private Optional<Citation> cited(String text, int numeral) {
        String title = title(text.substring(0, text.startsWith(ORDINAL, numeral - 1) ? numeral - 1 : numeral));
        return ArticleNumber.startOf(ORDINAL + text.substring(numeral))
                .filter(_ -> isTitle(title))
                .filter(number -> wrapping.isAll(behind(text, numeral, number)))
                .map(number -> new Citation(title, number, true));
    }

    /** What follows the number, 第三条之一 with all of it. */
    private static String behind(String text, int numeral, ArticleNumber number) {
        int end = text.indexOf(ARTICLE, numeral) + 1;
        if (number.inserted() > 0) {
            end++;
            while (end < text.length() && NUMERALS.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
        }
        return text.substring(end);
    }

    private static String title(String before) {
        int from = 0;
        for (int next = BEFORE.skip(before, from); next > from; next = BEFORE.skip(before, from)) {
            from = next;
        }
        String title = before.substring(from);
        return BETWEEN.stream()
                .filter(title::endsWith)
                .findFirst()
                .map(word -> title.substring(0, title.length() - word.length()))
                .orElse(title);
    }

    private static boolean isTitle(String title) {
        return title.length() >= SHORTEST_TITLE
                && title.length() <= LONGEST_TITLE
                && ENDINGS.stream().anyMatch(title::endsWith)
                && NO_LAWS.stream().noneMatch(title::endsWith)
                && title.chars().noneMatch(c -> TALK.indexOf(c) >= 0);
    }
}
