package cn.huying.knowledge.faq;

import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the entries of one file. Everything wrong is noted on the file; an entry without a usable id is left out. */
final class EntryReader {
    private static final int FEWEST_VARIANTS = 4;
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
                        entry(ofOneTopic ? topic : node.text("topic"), node), file.name(), node))
                .toList();
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
                id(node, node.text("id")),
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
        Wording wording = new Wording(node.text("question"), node.texts("variants"));
        if (wording.variants().size() < FEWEST_VARIANTS) {
            node.at("variants")
                    .orElse(node)
                    .problem("问法只有 " + wording.variants().size() + " 种", "请至少写 " + FEWEST_VARIANTS + " 种居民真实的问法");
        }
        return wording;
    }

    private static Answer answer(YamlNode node) {
        Answer answer = new Answer(node.text("answer"), node.texts("steps"), node.texts("bring"));
        int length = answer.text().codePointCount(0, answer.text().length());
        if (length > Answer.LONGEST) {
            node.at("answer")
                    .orElse(node)
                    .problem("答案有 " + length + " 字", "请缩短到 " + Answer.LONGEST + " 字以内，其余写进 steps");
        }
        return answer;
    }

    private static List<Source> sources(YamlNode node) {
        List<Source> sources = new ArrayList<>();
        node.list("sources").forEach(item -> sources.add(source(item)));
        if (sources.isEmpty()) {
            node.problem("缺少来源 sources", "请写明法律名称和条号，或政策名称和发布机关");
        }
        return sources;
    }

    private static Source source(YamlNode item) {
        String note = item.text("note", "");
        if (item.at("policy").isPresent()) {
            item.onlyKeys("policy", "issuer", "note");
            return new Source.Policy(item.text("policy"), item.text("issuer"), note);
        }
        item.onlyKeys("law", "article", "note");
        return new Source.Article(item.text("law"), item.text("article"), note);
    }

    private static Validity validity(YamlNode node) {
        Optional<YamlNode> effective = node.at("effective");
        effective.ifPresent(dates -> dates.onlyKeys("from", "until"));
        LocalDate from = day(effective.orElse(node), "from");
        Optional<LocalDate> until = effective.flatMap(dates -> dates.date("until"));
        until.filter(from::isAfter).ifPresent(end -> node.problem("失效日期早于生效日期", "请检查 effective 的 from 和 until"));
        LocalDate reviewed = day(node, "reviewed");
        return new Validity(node.text("region"), from, until, reviewed);
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
        category.filter(code -> !isCategoryCode(code))
                .ifPresent(code -> node.problem("类别编码写法有误：" + code, "请写成三个大写字母加两位数字，例如 PRO02"));
        List<EntryId> related =
                node.texts("related").stream().map(id -> id(node, id)).toList();
        return new Action(category, node.at("phone").map(YamlNode::asText), related);
    }

    private static boolean isCategoryCode(String code) {
        return code.length() == 5
                && code.chars().limit(3).allMatch(c -> c >= 'A' && c <= 'Z')
                && code.chars().skip(3).allMatch(c -> c >= '0' && c <= '9');
    }
}
