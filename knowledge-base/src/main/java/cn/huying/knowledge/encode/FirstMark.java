package cn.huying.knowledge.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Has the model's last layer compute the first mark of each text alone, as nothing else of it is read: once the marks have attended to each other, the
 * others are cut off. That saves a fifth of the time. The model is a protobuf message: names are changed where they stand, and what is put behind the end
 * counts as part of the graph.
 */
final class FirstMark {
    /** As much is put behind the model's end at most. */
    static final int ROOM = 1024;

    /** What the marks made of each other, and what they were before that: whatever comes after these two looks at each mark by itself. */
    private static final List<Cut> CUTS = List.of(
            new Cut(
                    "/encoder/layer.3/attention/self/Reshape_3_output_0",
                    "/encoder/layer.3/attention/self/Reshape_3_output_0_QuantizeLinear"),
            new Cut("/encoder/layer.2/output/LayerNorm/Add_1_output_0", "/encoder/layer.3/attention/output/Add"));

    private static final String STARTS = "first-mark-starts";
    private static final String ENDS = "first-mark-ends";

    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_NAME = 3;
    private static final int NODE_OPERATOR = 4;
    private static final int TENSOR_DIMENSION = 1;
    private static final int TENSOR_TYPE = 2;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_BYTES = 9;
    private static final int INT64 = 7;

    /**
     * A value of which only the first mark goes on.
     *
     * @param node the one of its readers that is to see no more
     */
    private record Cut(String value, String node) {
        /** As long as the value's own, so that it fits where that stood. */
        String rest() {
            return value.substring(0, value.length() - 1) + "1";
        }
    }

    private FirstMark() {}

    /**
     * @param model from 0 to its position, with {@link #ROOM} behind that; changed in place, and longer afterwards
     * @throws IOException when it is another model
     */
    static void only(ByteBuffer model) throws IOException {
        int found = redirected(model.duplicate().flip());
        if (found != CUTS.size()) {
            throw new IOException("not the model this was made for");
        }
        model.put(added());
    }

    private static int redirected(ByteBuffer model) {
        int found = 0;
        ProtoFields fields = new ProtoFields(model);
        while (fields.next()) {
            if (fields.number() == GRAPH) {
                ProtoFields nodes = new ProtoFields(fields.content());
                while (nodes.next()) {
                    found += nodes.number() == NODE ? redirectedNode(nodes.content()) : 0;
                }
            }
        }
        return found;
    }

    private static int redirectedNode(ByteBuffer node) {
        int found = 0;
        for (Cut cut : CUTS) {
            Optional<ByteBuffer> input =
                    field(node, NODE_NAME, cut.node()).flatMap(_ -> field(node, NODE_INPUT, cut.value()));
            input.ifPresent(name -> name.put(bytes(cut.rest())));
            found += input.isPresent() ? 1 : 0;
        }
        return found;
    }

    private static Optional<ByteBuffer> field(ByteBuffer message, int number, String text) {
        ByteBuffer sought = ByteBuffer.wrap(bytes(text));
        ProtoFields fields = new ProtoFields(message);
        while (fields.next()) {
            if (fields.number() == number && fields.content().equals(sought)) {
                return Optional.of(fields.content());
            }
        }
        return Optional.empty();
    }

    private static byte[] added() {
        ByteArrayOutputStream graph = new ByteArrayOutputStream();
        for (Cut cut : CUTS) {
            ByteArrayOutputStream slice = new ByteArrayOutputStream();
            for (String input : List.of(cut.value(), STARTS, ENDS)) {
                ProtoFields.put(slice, NODE_INPUT, bytes(input));
            }
            ProtoFields.put(slice, NODE_OUTPUT, bytes(cut.rest()));
            ProtoFields.put(slice, NODE_OPERATOR, bytes("Slice"));
            ProtoFields.put(graph, NODE, slice.toByteArray());
        }
        ProtoFields.put(graph, INITIALIZER, numbers(STARTS, 0, 0));
        ProtoFields.put(graph, INITIALIZER, numbers(ENDS, Integer.MAX_VALUE, 1));
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        ProtoFields.put(model, GRAPH, graph.toByteArray());
        return model.toByteArray();
    }

    private static byte[] numbers(String name, long... numbers) {
        ByteBuffer raw = ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(numbers);
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        ProtoFields.put(tensor, TENSOR_DIMENSION, numbers.length);
        ProtoFields.put(tensor, TENSOR_TYPE, INT64);
        ProtoFields.put(tensor, TENSOR_NAME, bytes(name));
        ProtoFields.put(tensor, TENSOR_BYTES, raw.array());
        return tensor.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
