package cn.huying.api.console.knowledge;

import cn.huying.api.console.knowledge.KnowledgePages.Typed;
import cn.huying.api.form.Posted;
import cn.huying.bot.content.Content;
import cn.huying.knowledge.faq.Action;
import cn.huying.knowledge.faq.Answer;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.EntryRules;
import cn.huying.knowledge.faq.Flaw;
import cn.huying.knowledge.faq.Source;
import cn.huying.knowledge.faq.Validity;
import cn.huying.knowledge.faq.Wording;
import cn.huying.knowledge.intake.Column;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** Between what is typed into the form of an entry and the entry it means. Every flaw is told beside its field. */
final class EntryForm {
    static final List<String> FIELDS = Stream.concat(Stream.of(Column.values()).map(Column::key), Stream.of("reason"))
            .toList();
    private static final int LONGEST_FIELD = 6_000;
    private static final Map<String, String> REQUIRED = Map.of(
            "topic", "请填写主题",
            "question", "请填写标准问题",
            "answer", "请填写答案",
            "region", "请选择适用地区",
            "reason", "请写一句为什么改，审批的同事和以后的人都看得到");

    private final Typed typed;
    private final Predicate<String> isCategory;
    private final Map<String, String> flaws = new LinkedHashMap<>();

    /** @param entry empty when there are flaws */
    record Reading(Optional<Entry> entry, Map<String, String> flaws) {}

    private EntryForm(Typed typed, Predicate<String> isCategory) {
        this.typed = typed;
        this.isCategory = isCategory;
    }

    static Typed typed(MultiValueMap<String, String> form) {
        Map<String, String> values = new HashMap<>();
        for (String field : FIELDS) {
            values.put(field, Posted.text(form, field, LONGEST_FIELD));
        }
        return new Typed(values);
    }

    static Typed of(Entry entry) {
        Map<String, String> values = new HashMap<>();
        Validity validity = entry.validity();
        values.put("id", entry.id().value());
        values.put("topic", entry.topic());
        values.put("question", entry.question());
        values.put("variants", lines(entry.wording().variants()));
        values.put("answer", entry.answer().text());
        values.put("steps", lines(entry.answer().steps()));
        values.put("bring", lines(entry.answer().bring()));
        values.put("sources", lines(entry.sources().stream().map(Source::cite).toList()));
        values.put("region", validity.region());
        values.put("from", validity.from().toString());
        values.put("until", validity.until().map(LocalDate::toString).orElse(""));
        values.put("reviewed", validity.reviewed().toString());
        values.put("category", entry.action().category().orElse(""));
        values.put("phone", entry.action().phone().orElse(""));
        values.put(
                "related", entry.action().related().stream().map(EntryId::value).collect(Collectors.joining(" ")));
        values.put("reason", "");
        return new Typed(values);
    }

    static String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    /**
     * @param edited the entry that is changed; empty for a new one
     * @param isCategory whether there is a category of this code
     */
    static Reading read(Typed typed, Optional<EntryId> edited, Content content, Predicate<String> isCategory) {
        return new EntryForm(typed, isCategory).read(edited, content);
    }

    private Reading read(Optional<EntryId> edited, Content content) {
        REQUIRED.forEach((field, words) -> {
            if (typed.get(field).isBlank()) {
                flaws.put(field, words);
            }
        });
        EntryId id = edited.orElseGet(() -> newId(content));
        LocalDate from = day("from").orElse(LocalDate.EPOCH);
        LocalDate reviewed = day("reviewed").orElse(LocalDate.EPOCH);
        Optional<LocalDate> until = typed.get("until").isBlank() ? Optional.empty() : day("until");
        Entry entry = new Entry(
                id,
                typed.get("topic"),
                new Wording(typed.get("question"), listed("variants")),
                new Answer(typed.get("answer"), listed("steps"), listed("bring")),
                sources(),
                new Validity(typed.get("region"), from, until, reviewed),
                action());
        flawsOf(entry, content).forEach(flaw -> flaws.putIfAbsent(field(flaw), flaw.toString()));
        return new Reading(flaws.isEmpty() ? Optional.of(entry) : Optional.empty(), Map.copyOf(flaws));
    }

    private EntryId newId(Content content) {
        String value = typed.get("id");
        if (!EntryId.isKebabCase(value)) {
            flaws.put("id", "编号只能用小写字母、数字和单个连字符，例如 charging-pile");
            return new EntryId("nameless");
        }
        EntryId id = new EntryId(value);
        content.entry(id).ifPresent(known -> flaws.put("id", "这个编号已经用在“" + known.question() + "”，请换一个"));
        return id;
    }

    private Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(typed.get(field)));
        } catch (DateTimeException e) {
            flaws.put(field, typed.get(field).isBlank() ? "请选择日期" : "日期写法有误，请写成 2026-01-31 这样");
            return Optional.empty();
        }
    }

    private List<String> listed(String field) {
        return typed.get(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (String line : listed("sources")) {
            Sources.read(line)
                    .ifPresentOrElse(
                            sources::add,
                            () -> flaws.putIfAbsent("sources", "看不懂“" + line + "”。请写成《法律名称》第几条，或 发布机关《政策名称》，每行一个"));
        }
        return sources;
    }

    private Action action() {
        List<EntryId> related = new ArrayList<>();
        for (String id : typed.get("related")
                .replace('\n', ' ')
                .replace('，', ' ')
                .replace(',', ' ')
                .split(" ", -1)) {
            if (EntryId.isKebabCase(id)) {
                related.add(new EntryId(id));
            } else if (!id.isBlank()) {
                flaws.put("related", "“" + id + "”不是条目编号");
            }
        }
        Optional<String> category = Optional.of(typed.get("category")).filter(code -> !code.isBlank());
        category.filter(isCategory.negate()).ifPresent(code -> flaws.put("category", "没有 " + code + " 这个类别"));
        return new Action(category, Optional.of(typed.get("phone")).filter(phone -> !phone.isBlank()), related);
    }

    /** What is wrong with it alone or beside the others; it comes last, so that whatever is there twice is told of it. */
    private static List<Flaw> flawsOf(Entry entry, Content content) {
        List<Entry> all = new ArrayList<>(content.list());
        all.removeIf(other -> other.id().equals(entry.id()));
        all.add(entry);
        return EntryRules.flaws(all).stream()
                .filter(flaw -> flaw.about().equals(entry.id()))
                .toList();
    }

    private String field(Flaw flaw) {
        return switch (flaw.field()) {
            case "effective" -> "until";
            case "action" -> flaw.reason().contains("类别") ? "category" : "related";
            default -> FIELDS.contains(flaw.field()) ? flaw.field() : "answer";
        };
    }
}
