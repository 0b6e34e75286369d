package cn.huying.bot.statute;

import cn.huying.knowledge.analysis.Beginnings;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.law.text.ArticleNumber;
import cn.huying.knowledge.law.text.Law;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A law and an article that are named and nothing else, told by their shape alone: 刑法第264条 where no such law is on the shelf. Linear in the
 * length of the message.
 */
final class Unshelved {
    private static final char ARTICLE = '条';
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

    private static final Beginnings BEFORE = Beginnings.of(
            Stream.concat(Wrapping.LEADING.stream(), Stream.of(Law.STATE)).toList());

    private final Wrapping wrapping = Wrapping.words();

    Optional<Citation> read(String words) {
        boolean named = words.length() <= LONGEST && (words.indexOf(ARTICLE) >= 0 || words.indexOf('條') >= 0);
        return named ? inPlain(PlainText.squeezed(words)) : Optional.empty();
    }

    private Optional<Citation> inPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            Optional<ArticleNumber.Found> number = ArticleNumber.at(text, at);
            if (number.isPresent()) {
                return cited(text, at, number.get());
            }
        }
        return Optional.empty();
    }

    private Optional<Citation> cited(String text, int at, ArticleNumber.Found number) {
        String title = title(text.substring(0, at));
        boolean alone = isTitle(title) && wrapping.isAll(text.substring(number.end()));
        return alone ? Optional.of(new Citation(title, number.number(), true)) : Optional.empty();
    }

    private static String title(String before) {
        int from = 0;
        for (int next = BEFORE.skip(before, from); next > from; next = BEFORE.skip(before, from)) {
            from = next;
        }
        String title = before.substring(from);
        return Wrapping.BETWEEN.stream()
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
