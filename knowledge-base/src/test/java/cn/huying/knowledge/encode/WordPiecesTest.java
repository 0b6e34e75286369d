package cn.huying.knowledge.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final WordPieces PIECES =
            new WordPieces(Map.of("物", 1, "业", 2, "费", 3, "？", 4, "wi", 5, "##fi", 6, "a", 7));

    @Test
    void idsShouldHaveOneForEachIdeographBetweenTheMarks() {
        assertThat(PIECES.ids("物业费？", 64)).containsExactly(101, 1, 2, 3, 4, 102);
    }

    @Test
    void idsShouldCutAWordIntoItsLongestPieces() {
        assertThat(PIECES.ids("物wifi a", 64)).containsExactly(101, 1, 5, 6, 7, 102);
    }

    @Test
    void idsShouldTakeAWordWithAnUnknownPartAsUnknown() {
        assertThat(PIECES.ids("wixx猫", 64)).containsExactly(101, 100, 100, 102);
    }

    @Test
    void idsShouldStopAtTheMost() {
        assertThat(PIECES.ids("物业费".repeat(100), 8)).hasSize(8).startsWith(101).endsWith(102);
    }

    @Test
    void idsShouldBeTheMarksForNothing() {
        assertThat(PIECES.ids(" \u3000\n", 64)).containsExactly(101, 102);
    }
}
