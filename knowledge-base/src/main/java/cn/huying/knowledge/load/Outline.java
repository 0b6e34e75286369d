package cn.huying.knowledge.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What another reader than YAML's found, in YAML's shape: fields, lists and texts that know the line, and in a table the column, they were read
 * from. So one set of rules judges every form a file can have.
 */
public record Outline(Node node) {
    private static final String COLUMN = "column ";

    public static Outline text(int line, String column, String value) {
        Mark mark = mark(line, column);
        return new Outline(new ScalarNode(Tag.STR, value, mark, mark, ScalarStyle.PLAIN));
    }

    public static Outline list(int line, String column, List<Outline> items) {
        Mark mark = mark(line, column);
        List<Node> nodes = new ArrayList<>(items.stream().map(Outline::node).toList());
        return new Outline(new SequenceNode(Tag.SEQ, true, nodes, mark, mark, FlowStyle.BLOCK));
    }

    public static Outline fields(int line, String column, Map<String, Outline> fields) {
        Mark mark = mark(line, column);
        List<NodeTuple> tuples = new ArrayList<>();
        fields.forEach((key, value) ->
                tuples.add(new NodeTuple(new ScalarNode(Tag.STR, key, mark, mark, ScalarStyle.PLAIN), value.node())));
        return new Outline(new MappingNode(Tag.MAP, true, tuples, mark, mark, FlowStyle.BLOCK));
    }

    private static Mark mark(int line, String column) {
        return new Mark(COLUMN + column, 0, line - 1, 0, new int[0], 0);
    }

    static String column(Mark mark) {
        return mark.getName().startsWith(COLUMN) ? mark.getName().substring(COLUMN.length()) : "";
    }
}
