package cn.huying.knowledge.law.text;

import cn.huying.knowledge.digest.Sha256;
import cn.huying.knowledge.law.Article;
import java.time.LocalDate;
import java.util.List;

/**
 * One version of a law, or of one part of a law too long for one text.
 *
 * @param title as printed, 中华人民共和国民法典
 * @param part 总则; empty where the law is in one text
 * @param version the day it was adopted or last amended
 * @param effective the first day it holds, as far as the text tells; else the day of the version
 * @param history adoption and amendments, as printed
 * @param preface what stands before the first article, mostly nothing
 * @param provisions its articles in their order
 */
public record Law(
        String title,
        String part,
        LocalDate version,
        LocalDate effective,
        List<String> history,
        String preface,
        List<Provision> provisions) {
    /** Stands before the names of the state's own laws, and is left off in talk. */
    public static final String STATE = "中华人民共和国";

    private static final int HASH = 12;

    public Law {
        history = List.copyOf(history);
        provisions = List.copyOf(provisions);
    }

    /** A title as people cite it: without the state's name. */
    public static String shortTitle(String title) {
        return title.startsWith(STATE) ? title.substring(STATE.length()) : title;
    }

    /** Title, part, day and the beginning of a hash of everything in it: the same text has the same id, any other another one. */
    public String id() {
        String name = part.isEmpty() ? title : title + '·' + part;
        return name + '@' + version + '#' + hash();
    }

    private String hash() {
        return Sha256.hex(LawMarkdown.written(this), HASH);
    }

    /** The passages questions are answered from. */
    public List<Article> articles() {
        String id = id();
        return provisions.stream()
                .map(provision -> new Article(
                        id + '/' + provision.number(), title, provision.number().toString(), provision.text()))
                .toList();
    }

    /** The titles of the laws that end when this one begins. */
    public List<String> repeals() {
        return provisions.stream()
                .flatMap(provision -> Repeals.in(provision.text()).stream())
                .distinct()
                .toList();
    }
}
