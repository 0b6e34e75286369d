package cn.huying.knowledge.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The small Chinese sentence encoder (bge-small-zh 1.5, eight-bit weights) on ONNX Runtime. The meaning of a text is what the model makes of its
 * first mark, see {@link FirstMark}. Each call computes on the caller's thread alone, so that a replica decides itself how many cores go into it.
 */
public final class SentenceModel implements Encoder, AutoCloseable {
    private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";
    /** Longer texts say what they are about before that; time grows faster than length. */
    private static final int MOST_PIECES = 256;
    /** As many pieces go through the model at once: enough to keep the arithmetic busy, little enough for the cache. */
    private static final int PIECES_AT_ONCE = 512;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private SentenceModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** @throws IOException when the model or the native library for this machine is not there */
    public static SentenceModel load() throws IOException {
        try (InputStream tokenizer = resource(TOKENIZER).openStream();
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            WordPieces pieces = WordPieces.read(tokenizer);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setMemoryPatternOptimization(false);
            options.setCPUArenaAllocator(false);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new SentenceModel(environment, session(environment, options), pieces);
        } catch (OrtException | LinkageError e) {
            throw new IOException("the sentence encoder does not run on this machine", e);
        }
    }

    /** Past the heap, which would stay as large as this once made it: the runtime keeps a copy of its own. */
    private static OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options)
            throws IOException, OrtException {
        URLConnection model = resource(MODEL).openConnection();
        model.setUseCaches(false);
        try (Arena passing = Arena.ofConfined();
                InputStream stream = model.getInputStream();
                ReadableByteChannel in = Channels.newChannel(stream)) {
            ByteBuffer bytes = passing.allocate(model.getContentLengthLong() + FirstMark.ROOM)
                    .asByteBuffer();
            while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                continue;
            }
            FirstMark.only(bytes);
            return environment.createSession(bytes.flip(), options);
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(SentenceModel.class.getResource(name), name);
    }

    @Override
    public float[] encode(String text) {
        return run(List.of(pieces.ids(text, MOST_PIECES))).getFirst();
    }

    /** Texts of like length go together, so that hardly anything is filled up. */
    @Override
    public List<float[]> encodeAll(List<String> texts) {
        List<int[]> ids =
                texts.stream().map(text -> pieces.ids(text, MOST_PIECES)).toList();
        List<Integer> order = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> ids.get(i).length));
        float[][] vectors = new float[ids.size()][];
        int from = 0;
        while (from < order.size()) {
            int to = endOfBatch(order, ids, from);
            List<Integer> batch = order.subList(from, to);
            List<float[]> found = run(batch.stream().map(ids::get).toList());
            for (int i = 0; i < batch.size(); i++) {
                vectors[batch.get(i)] = found.get(i);
            }
            from = to;
        }
        return List.of(vectors);
    }

    private static int endOfBatch(List<Integer> order, List<int[]> ids, int from) {
        int to = from + 1;
        while (to < order.size() && ids.get(order.get(to)).length * (to + 1 - from) <= PIECES_AT_ONCE) {
            to++;
        }
        return to;
    }

    private List<float[]> run(List<int[]> batch) {
        int width = batch.stream().mapToInt(ids -> ids.length).max().orElse(0);
        long[] shape = {batch.size(), width};
        long[] ids = new long[batch.size() * width];
        long[] mask = new long[ids.length];
        for (int row = 0; row < batch.size(); row++) {
            int[] one = batch.get(row);
            for (int i = 0; i < one.length; i++) {
                ids[row * width + i] = one[i];
                mask[row * width + i] = 1;
            }
        }
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", types))) {
            return each(((OnnxTensor) result.get(0)).getFloatBuffer(), batch.size());
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence encoder failed", e);
        }
    }

    private static List<float[]> each(FloatBuffer states, int rows) {
        List<float[]> vectors = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            float[] vector = new float[DIMENSIONS];
            states.get(row * DIMENSIONS, vector);
            vectors.add(toLengthOne(vector));
        }
        return vectors;
    }

    private static float[] toLengthOne(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += x * x;
        }
        float factor = (float) (1 / Math.sqrt(Math.max(squares, 1e-12)));
        float[] scaled = Arrays.copyOf(vector, vector.length);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("closing the sentence encoder", e);
        }
    }
}
