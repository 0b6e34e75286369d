package cn.huying.knowledge.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorTableTest {
    private static final long SEED = 20261122;

    @Test
    void aTableShouldFindEachVectorAsLikeAsItIsAlone() {
        List<byte[]> vectors = vectors(100);
        byte[] asked = vectors.get(7);

        float[] likenesses = VectorTable.of(vectors).likenesses(asked);

        for (int i = 0; i < vectors.size(); i++) {
            assertThat(likenesses[i])
                    .as("seed %d, row %d", SEED, i)
                    .isEqualTo(CompactVector.likeness(asked, vectors.get(i)));
        }
    }

    @Test
    void anEmptyTableShouldHaveNothingToLiken() {
        assertThat(VectorTable.EMPTY.likenesses(vectors(1).getFirst())).isEmpty();
    }

    private static List<byte[]> vectors(int count) {
        Random random = new Random(SEED);
        List<byte[]> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] vector = new byte[Encoder.DIMENSIONS];
            random.nextBytes(vector);
            vectors.add(vector);
        }
        return vectors;
    }
}
