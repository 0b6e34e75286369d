package cn.huying.bot.content;

import cn.huying.bot.content.Edition.Credit;
import cn.huying.knowledge.faq.Action;
import cn.huying.knowledge.faq.Answer;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.Source;
import cn.huying.knowledge.faq.Validity;
import cn.huying.knowledge.faq.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Invented entries and the editions that bring them. */
public final class Sample {
    public static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    public static final Credit EDITORS = new Credit("author", "approver");

    private Sample() {}

    public static EntryId id(String value) {
        return new EntryId(value);
    }

    /** An entry nothing is wrong with, with questions nobody else asks. */
    public static Entry entry(String id, String answer) {
        return asked(id, answer, id + "怎么办", id + "要什么", id + "多少钱", id + "找谁", id + "几天");
    }

    public static Entry asked(String id, String answer, String question, String... variants) {
        return new Entry(
                id(id),
                "例子",
                new Wording(question, List.of(variants)),
                new Answer(answer, List.of("先问"), List.of("身份证")),
                List.of(new Source.Article("例法", "第一条", "有注"), new Source.Policy("例办法", "例局", "")),
                new Validity(
                        Validity.EVERYWHERE,
                        LocalDate.of(2021, 1, 1),
                        Optional.of(LocalDate.of(2030, 12, 31)),
                        LocalDate.of(2026, 11, 20)),
                new Action(Optional.of("PRO02"), Optional.empty(), List.of()));
    }

    public static Entry related(Entry entry, String... related) {
        return new Entry(
                entry.id(),
                entry.topic(),
                entry.wording(),
                entry.answer(),
                entry.sources(),
                entry.validity(),
                new Action(
                        entry.action().category(),
                        entry.action().phone(),
                        Arrays.stream(related).map(EntryId::new).toList()));
    }

    public static Patch put(Entry... entries) {
        return new Patch(List.of(entries), List.of());
    }

    public static Patch removed(String... ids) {
        return new Patch(List.of(), Arrays.stream(ids).map(EntryId::new).toList());
    }

    public static Edition edition(long number, Patch patch) {
        return new Edition(number, patch, EDITORS, NOON, "试一试");
    }
}
