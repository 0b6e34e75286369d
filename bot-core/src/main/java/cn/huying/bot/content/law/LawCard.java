package cn.huying.bot.content.law;

import cn.huying.knowledge.law.text.ArticleNumber;
import cn.huying.knowledge.law.text.Law;
import cn.huying.knowledge.law.text.Provision;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be known of a law without opening it.
 *
 * @param id of the law
 * @param part empty where the law is in one text
 * @param repeals titles of the laws it ends
 * @param first the first article's number; none is missing between it and the last
 * @param last the last article's number
 * @param inserted numbers like 第十条之一
 */
public record LawCard(
        String id,
        Name name,
        LocalDate effective,
        List<String> repeals,
        int first,
        int last,
        List<ArticleNumber> inserted) {
    public LawCard {
        repeals = List.copyOf(repeals);
        inserted = List.copyOf(inserted);
    }

    /** Which version of what. There is one text of it on the shelf. */
    public record Name(String title, String part, LocalDate version) {
        public String shortTitle() {
            return Law.shortTitle(title);
        }
    }

    public static LawCard of(Law law) {
        List<ArticleNumber> numbers =
                law.provisions().stream().map(Provision::number).toList();
        return new LawCard(
                law.id(),
                new Name(law.title(), law.part(), law.version()),
                law.effective(),
                law.repeals(),
                numbers.getFirst().number(),
                numbers.getLast().number(),
                numbers.stream().filter(number -> number.inserted() > 0).toList());
    }

    /** Whether no part of a law in parts is missing, as far as the numbers tell. */
    public static boolean areWhole(List<LawCard> texts) {
        int next = 1;
        for (LawCard text : texts) {
            if (text.first() != next) {
                return false;
            }
            next = text.last() + 1;
        }
        return true;
    }

    public boolean has(ArticleNumber number) {
        return number.inserted() == 0 ? number.number() >= first && number.number() <= last : inserted.contains(number);
    }
}
