package cn.huying.api.console.knowledge;

import cn.huying.api.console.Labels;
import cn.huying.api.console.knowledge.KnowledgePages.Change;
import cn.huying.api.console.knowledge.KnowledgePages.Entries;
import cn.huying.api.console.knowledge.KnowledgePages.EntryPage;
import cn.huying.api.console.knowledge.KnowledgePages.Row;
import cn.huying.api.console.knowledge.KnowledgePages.Typed;
import cn.huying.api.console.knowledge.KnowledgePages.Version;
import cn.huying.api.console.requests.RequestList.Option;
import cn.huying.bot.content.Content;
import cn.huying.bot.content.Edition;
import cn.huying.bot.dialogue.community.Answers;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes entries: in the list, alone, and what changed between two versions. */
public final class EntryDesk {
    private static final int MOST_LISTED = 200;
    private static final Map<String, String> FIELDS = labels();

    private final Answers answers;
    private final Labels labels;

    public EntryDesk(Answers answers, Labels labels) {
        this.answers = answers;
        this.labels = labels;
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("question", "标准问题");
        labels.put("variants", "问法");
        labels.put("answer", "答案");
        labels.put("steps", "怎么办");
        labels.put("bring", "请带上");
        labels.put("sources", "依据");
        labels.put("topic", "主题");
        labels.put("region", "适用地区");
        labels.put("from", "生效");
        labels.put("until", "失效");
        labels.put("reviewed", "核对日期");
        labels.put("category", "登记类别");
        labels.put("phone", "电话");
        labels.put("related", "相关条目");
        return labels;
    }

    LocalDate today() {
        return LocalDate.ofInstant(labels.now(), labels.zone());
    }

    /** @param topic empty for all */
    Entries list(Content content, String query, String topic, boolean dueOnly) {
        Map<String, Integer> topics = new TreeMap<>();
        content.list().forEach(entry -> topics.merge(entry.topic(), 1, Integer::sum));
        String wanted = PlainText.squeezed(query);
        List<Row> rows = content.list().stream()
                .filter(entry -> topic.isEmpty() || entry.topic().equals(topic))
                .filter(entry -> !dueOnly || entry.validity().isDueForReview(today()))
                .filter(entry -> wanted.isEmpty() || speaksOf(entry, wanted))
                .sorted(Comparator.comparing(entry -> !asks(entry, wanted)))
                .map(this::row)
                .toList();
        int due = (int) content.list().stream()
                .filter(entry -> entry.validity().isDueForReview(today()))
                .count();
        List<Option> options = topics.entrySet().stream()
                .map(one -> new Option(one.getKey(), one.getKey() + "（" + one.getValue() + "）"))
                .toList();
        return new Entries(rows.stream().limit(MOST_LISTED).toList(), rows.size(), due, query, topic, dueOnly, options);
    }

    /** What is about the words comes before what only mentions them. */
    private static boolean asks(Entry entry, String wanted) {
        return PlainText.squeezed(entry.question()).contains(wanted);
    }

    private static boolean speaksOf(Entry entry, String wanted) {
        return entry.wording()
                        .phrases()
                        .anyMatch(phrase -> PlainText.squeezed(phrase).contains(wanted))
                || PlainText.squeezed(entry.answer().text()).contains(wanted)
                || PlainText.squeezed(entry.id().value()).contains(wanted);
    }

    Row row(Entry entry) {
        Validity validity = entry.validity();
        return new Row(
                entry.id().value(),
                entry.question(),
                entry.topic(),
                validity.region(),
                validity.reviewed().toString(),
                validity.isDueForReview(today()),
                state(validity));
    }

    /** Whether it may be served today; empty when it may and nothing ends. */
    String state(Validity validity) {
        if (validity.from().isAfter(today())) {
            return "还没生效";
        }
        return validity.holdsOn(today())
                ? validity.until().map(end -> "到 " + end + " 失效").orElse("")
                : "已失效";
    }

    EntryPage page(Entry entry, List<Edition.Version> history) {
        List<Version> versions = new ArrayList<>();
        Optional<Entry> before = Optional.empty();
        for (Edition.Version version : history) {
            versions.addFirst(version(version, before));
            before = version.entry();
        }
        return new EntryPage(row(entry), EntryForm.of(entry), shown(entry), versions);
    }

    private Version version(Edition.Version version, Optional<Entry> before) {
        List<Change> changes = version.number() == 1 ? List.of() : changes(before, version.entry());
        return new Version(
                version.number(), labels.time(version.at()), who(version.credit()), version.reason(), changes);
    }

    static String who(Edition.Credit credit) {
        return credit.approver().isEmpty() ? credit.author() : credit.author() + " 拟，" + credit.approver() + " 批";
    }

    String shown(Entry entry) {
        return answers.shown(entry, labels.now());
    }

    /** Field by field, what is not the same. */
    static List<Change> changes(Optional<Entry> before, Optional<Entry> after) {
        List<Change> changes = new ArrayList<>();
        Optional<Typed> old = before.map(EntryForm::of);
        Optional<Typed> now = after.map(EntryForm::of);
        FIELDS.forEach((field, label) -> {
            String was = old.map(typed -> typed.get(field)).orElse("");
            String is = now.map(typed -> typed.get(field)).orElse("");
            if (!was.equals(is)) {
                changes.add(new Change(label, was, is));
            }
        });
        return changes;
    }
}
