package cn.huying.api.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NotebookTest {
    private final SheetOfPaper paper = new SheetOfPaper();

    @Test
    void whatWasWrittenLastShouldBeKeptWhereItStoodFirst() {
        Notebook before = opened();
        before.write(follows("first", true));
        for (int i = 1; i < Notebook.KEPT; i++) {
            before.write(follows("other" + i, true));
        }
        before.write(follows("first", false));
        before.write(follows("last", true));

        List<Note> known = opened().known();

        assertThat(known).hasSize(Notebook.KEPT).doesNotContain(follows("other1", true));
        assertThat(known.getFirst()).isEqualTo(follows("first", false));
        assertThat(paper.lines()).hasSize(Notebook.KEPT);
    }

    private Notebook opened() {
        return new Notebook(paper, new JsonMapper());
    }

    private static Note follows(String openId, boolean following) {
        return new Note.Follows(openId, following, 0, Instant.EPOCH, 0, Instant.EPOCH);
    }
}
