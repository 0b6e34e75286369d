package cn.huying.knowledge.intake;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** An entry as cells of a row: lists have one item on each line of their cell. */
public final class Cells {
    private Cells() {}

    public static String of(Entry entry, Column column) {
        return switch (column) {
            case ID -> entry.id().value();
            case TOPIC -> entry.topic();
            case QUESTION -> entry.question();
            case VARIANTS -> OneLine.written(entry.wording().variants());
            case ANSWER -> entry.answer().text();
            case STEPS -> OneLine.written(entry.answer().steps());
            case BRING -> OneLine.written(entry.answer().bring());
            case SOURCES -> entry.sources().stream().map(SourceLine::written).collect(Collectors.joining("\n"));
            case CATEGORY -> entry.action().category().orElse("");
            case PHONE -> entry.action().phone().orElse("");
            case RELATED ->
                entry.action().related().stream().map(EntryId::value).collect(Collectors.joining("\n"));
            case REGION -> entry.validity().region();
            case FROM -> entry.validity().from().toString();
            case UNTIL -> entry.validity().until().map(LocalDate::toString).orElse("");
            case REVIEWED -> entry.validity().reviewed().toString();
        };
    }
}
