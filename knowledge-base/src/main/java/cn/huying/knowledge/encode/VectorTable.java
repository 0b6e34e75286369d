package cn.huying.knowledge.encode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Many {@link CompactVector}s, compared with one at a time. Four components lie in an int, because arithmetic on ints is what the compiler turns
 * into wide instructions: byte by byte the same takes five times as long.
 */
public final class VectorTable {
    public static final VectorTable EMPTY = new VectorTable(new int[0], 0);
    /** Ints of a vector. */
    private static final int WIDTH = Encoder.DIMENSIONS / Integer.BYTES;

    private final int[] packed;
    private final int size;

    private VectorTable(int[] packed, int size) {
        this.packed = packed;
        this.size = size;
    }

    public static VectorTable of(List<byte[]> vectors) {
        int[] packed = new int[vectors.size() * WIDTH];
        for (int i = 0; i < vectors.size(); i++) {
            ByteBuffer.wrap(vectors.get(i))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer()
                    .get(packed, i * WIDTH, WIDTH);
        }
        return new VectorTable(packed, vectors.size());
    }

    public int size() {
        return size;
    }

    /** How like each vector is to this one, see {@link CompactVector#likeness}. */
    public float[] likenesses(byte[] vector) {
        int[][] lanes = new int[Integer.BYTES][WIDTH];
        for (int i = 0; i < vector.length; i++) {
            lanes[i % Integer.BYTES][i / Integer.BYTES] = vector[i];
        }
        float[] likenesses = new float[size];
        // Copying each row into one place costs less than reading rows wherever they lie: 0.27 against 0.35 ms for
        // 7,000 vectors.
        int[] row = new int[WIDTH];
        for (int i = 0; i < size; i++) {
            System.arraycopy(packed, i * WIDTH, row, 0, WIDTH);
            likenesses[i] = CompactVector.likeness(product(row, lanes[0], lanes[1], lanes[2], lanes[3]));
        }
        return likenesses;
    }

    /** The four bytes of each int by the four lanes. */
    private static int product(int[] row, int[] first, int[] second, int[] third, int[] fourth) {
        int sum = 0;
        for (int i = 0; i < row.length; i++) {
            int four = row[i];
            sum += first[i] * (four << 24 >> 24)
                    + second[i] * (four << 16 >> 24)
                    + third[i] * (four << 8 >> 24)
                    + fourth[i] * (four >> 24);
        }
        return sum;
    }
}
