package cn.huying.knowledge.faq;

import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the entries of one file. What cannot be read is noted on the file, and what {@link EntryRules} finds will be. */
final class EntryReader {
    private static final EntryId NAMELESS = new EntryId("nameless");

    private EntryReader() {}

    static List<WrittenEntry> read(YamlFile file) {
        YamlNode root = file.root();
        root.onlyKeys("topic", "entries");
        List<YamlNode> nodes = root.list("entries");
        boolean ofOneTopic = nodes.stream().noneMatch(node -> node.at("topic").isPresent());
        String topic = ofOneTopic ? root.text("topic") : "";
        if (nodes.isEmpty()) {
            root.problem("没有任何条目", "请在 entries 下至少写一条，或删除该文件");
        }
        return nodes.stream()
                .map(node -> new WrittenEntry(
                        entry(ofOneTopic ? topic : node.text("topic"), node),
                        file.name() + " 第 " + node.line() + " 行",
                        flaw -> note(flaw, node)))
                .toList();
    }

    /** A topic's lack is noted where it is read, for a file of one topic once. */
    private static void note(Flaw flaw, YamlNode node) {
        if (!flaw.field().equals("topic")) {
            node.at(flaw.field()).orElse(node).problem(flaw.reason(), flaw.mend());
        }
    }

    private static Entry entry(String topic, YamlNode node) {
        node.onlyKeys(
                "id",
                "topic",
                "question",
                "variants",
                "answer",
                "steps",
                "bring",
                "sources",
                "region",
                "effective",
                "reviewed",
                "action");
        return new Entry(
                id(node.at("id").orElse(node), node.text("id")),
                topic,
                wording(node),
                answer(node),
                sources(node),
                validity(node),
                node.at("action")
                        .map(EntryReader::action)
                        .orElse(new Action(Optional.empty(), Optional.empty(), List.of())));
    }

    private static EntryId id(YamlNode node, String value) {
        if (EntryId.isKebabCase(value)) {
            return new EntryId(value);
        }
        node.problem("id 写法有误：" + value, "请用小写字母、数字和单个连字符，例如 property-fee-refuse");
        return NAMELESS;
    }

    private static Wording wording(YamlNode node) {
        return new Wording(node.text("question", ""), node.texts("variants"));
    }

    private static Answer answer(YamlNode node) {
        return new Answer(node.text("answer", ""), node.texts("steps"), node.texts("bring"));
    }

    private static List<Source> sources(YamlNode node) {
        return node.list("sources").stream().map(EntryReader::source).toList();
    }

    private static Source source(YamlNode item) {
        String note = item.text("note", "");
        if (item.at("policy").isPresent()) {
            item.onlyKeys("policy", "issuer", "note");
            return new Source.Policy(item.text("policy", ""), item.text("issuer", ""), note);
        }
        item.onlyKeys("law", "article", "note");
        return new Source.Article(item.text("law", ""), item.text("article", ""), note);
    }

    private static Validity validity(YamlNode node) {
        Optional<YamlNode> effective = node.at("effective");
        effective.ifPresent(dates -> dates.onlyKeys("from", "until"));
        LocalDate from = day(effective.orElse(node), "from");
        Optional<LocalDate> until = effective.flatMap(dates -> dates.date("until"));
        LocalDate reviewed = day(node, "reviewed");
        return new Validity(node.text("region", ""), from, until, reviewed);
    }

    private static LocalDate day(YamlNode node, String key) {
        if (node.at(key).isEmpty()) {
            node.problem("缺少日期 " + key, "请补上 " + key + "，写成 2026-01-31 这样");
        }
        return node.date(key).orElse(LocalDate.EPOCH);
    }

    private static Action action(YamlNode node) {
        node.onlyKeys("category", "phone", "related");
        Optional<String> category = node.at("category").map(YamlNode::asText);
        List<EntryId> related =
                node.texts("related").stream().map(id -> id(node, id)).toList();
        return new Action(category, node.at("phone").map(YamlNode::asText), related);
    }
}
