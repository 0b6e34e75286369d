package cn.huying.knowledge.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FirstMarkTest {
    /** Some text between the marks of its beginning and end. */
    private static final long[] MARKS = {101, 704, 1290, 782, 3696, 1066, 1469, 1744, 102};

    private static final long[] ONES =
            LongStream.generate(() -> 1).limit(MARKS.length).toArray();

    @Test
    void anotherModelShouldBeRefused() {
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        ProtoFields.put(model, 1, 6);
        ProtoFields.put(model, 7, new byte[0]);
        ByteBuffer bytes = ByteBuffer.allocate(model.size() + FirstMark.ROOM).put(model.toByteArray());

        assertThatThrownBy(() -> FirstMark.only(bytes)).isInstanceOf(IOException.class);
    }

    @Test
    void theFirstMarkShouldBeNearlyAsInTheWholeModel() throws IOException, OrtException {
        byte[] whole = model();
        ByteBuffer cut = ByteBuffer.allocate(whole.length + FirstMark.ROOM).put(whole);
        FirstMark.only(cut);

        float[][] all = marks(whole);
        float[][] first = marks(Arrays.copyOf(cut.array(), cut.position()));

        assertThat(all).hasDimensions(MARKS.length, Encoder.DIMENSIONS);
        assertThat(first).hasDimensions(1, Encoder.DIMENSIONS);
        assertThat(cosine(first[0], all[0])).isGreaterThan(0.99);
    }

    private static byte[] model() throws IOException {
        try (InputStream in = FirstMark.class.getResourceAsStream("/bge-small-zh-v1.5-q.onnx")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static float[][] marks(byte[] model) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model, options);
                    OnnxTensor ids = OnnxTensor.createTensor(environment, new long[][] {MARKS});
                    OnnxTensor ones = OnnxTensor.createTensor(environment, new long[][] {ONES});
                    OnnxTensor types = OnnxTensor.createTensor(environment, new long[1][MARKS.length]);
                    OrtSession.Result result =
                            session.run(Map.of("input_ids", ids, "attention_mask", ones, "token_type_ids", types))) {
                return ((float[][][]) result.get(0).getValue())[0];
            }
        }
    }

    private static double cosine(float[] one, float[] other) {
        return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
    }

    private static double product(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }

    @Test
    void fieldsShouldBeReadAsTheyWereWritten() {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        ProtoFields.put(message, 1, 300);
        ProtoFields.put(message, 20, "三百".repeat(100).getBytes(StandardCharsets.UTF_8));

        ProtoFields fields = new ProtoFields(ByteBuffer.wrap(message.toByteArray()));

        assertThat(fields.next()).isTrue();
        assertThat(fields.number()).isEqualTo(1);
        assertThat(fields.content().remaining()).isEqualTo(2);
        assertThat(fields.next()).isTrue();
        assertThat(fields.number()).isEqualTo(20);
        assertThat(StandardCharsets.UTF_8.decode(fields.content()).toString()).isEqualTo("三百".repeat(100));
        assertThat(fields.next()).isFalse();
    }

    @Test
    void whatIsPutIntoAFieldShouldChangeTheMessage() {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        ProtoFields.put(message, 3, new byte[] {1, 2});
        byte[] bytes = message.toByteArray();

        ProtoFields fields = new ProtoFields(ByteBuffer.wrap(bytes));
        fields.next();
        fields.content().put(new byte[] {7, 8});

        assertThat(bytes).endsWith(7, 8);
    }
}
