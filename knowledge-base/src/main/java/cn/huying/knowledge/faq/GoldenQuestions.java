package cn.huying.knowledge.faq;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions with the entry that answers them, and questions nothing may answer: written by somebody else than the entries, to see how good the
 * answers are, never to make them better.
 */
public record GoldenQuestions(List<Answerable> answerable, List<Unanswerable> unanswerable) {
    /** The file beside the entries; it is not one of theirs. */
    public static final String FILE = "golden.yml";

    /** @param right the entries that answer it, the best one first */
    public record Answerable(String ask, List<EntryId> right) {
        public Answerable {
            right = List.copyOf(right);
        }
    }

    /** @param why request, chat, scope, near */
    public record Unanswerable(String ask, String why) {}

    public GoldenQuestions {
        answerable = List.copyOf(answerable);
        unanswerable = List.copyOf(unanswerable);
    }

    /** @throws ConfigException with every problem of the file */
    public static GoldenQuestions load(Path path) {
        YamlFile file = YamlFile.read(path);
        YamlNode root = file.root();
        root.onlyKeys("answerable", "unanswerable");
        List<Answerable> answerable = new ArrayList<>();
        for (YamlNode node : root.list("answerable")) {
            List<String> ids = new ArrayList<>(List.of(node.text("id")));
            ids.addAll(node.texts("also"));
            ids.stream()
                    .filter(id -> !EntryId.isKebabCase(id))
                    .forEach(id -> node.problem("id 写法有误：" + id, "请用小写字母、数字和单个连字符"));
            answerable.add(new Answerable(
                    node.text("ask"),
                    ids.stream().filter(EntryId::isKebabCase).map(EntryId::new).toList()));
        }
        List<Unanswerable> unanswerable = root.list("unanswerable").stream()
                .map(node -> new Unanswerable(node.text("ask"), node.text("why")))
                .toList();
        file.refuseIfBroken();
        return new GoldenQuestions(answerable, unanswerable);
    }
}
