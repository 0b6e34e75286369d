package cn.huying.knowledge.index;

import static cn.huying.knowledge.index.Sample.ask;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.encode.SentenceModel;
import cn.huying.knowledge.shelf.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CascadeTest {
    private static final Question VERY_WORDS = ask("居住证怎么办理");
    private static final Question OTHER_WORDS = ask("外地户口想在这边落个长住的证，去哪儿弄");

    private static SentenceModel model;

    @BeforeAll
    static void load() throws IOException {
        model = SentenceModel.load();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void veryWordsShouldNeedNoMeaning() {
        Meanings meanings = Meanings.atOnce(model);
        LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.of(Sample.entries(), Sample.settings(), meanings);

        assertThat(knowledge.glance(VERY_WORDS)).containsInstanceOf(Finding.Direct.class);
        assertThat(meanings.encoded()).isZero();
    }

    @Test
    void aGlanceShouldNeverComputeAMeaning() {
        Meanings meanings = Meanings.atOnce(model);
        LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.of(Sample.entries(), Sample.settings(), meanings);

        assertThat(knowledge.glance(OTHER_WORDS)).isEmpty();
        assertThat(knowledge.byWords(OTHER_WORDS)).isNotNull();
        assertThat(knowledge.glance(OTHER_WORDS)).isEmpty();
        assertThat(meanings.encoded()).isZero();
    }

    @Test
    void whatWasFoundByMeaningShouldBePlainTheNextTime() {
        Meanings meanings = Meanings.atOnce(model);
        LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.of(Sample.entries(), Sample.settings(), meanings);
        Finding found = knowledge.find(OTHER_WORDS);

        assertThat(knowledge.glance(OTHER_WORDS)).contains(found);
        assertThat(knowledge.find(OTHER_WORDS)).isEqualTo(found);
        assertThat(meanings.encoded()).isEqualTo(1);
        assertThat(knowledge.tally()).isEqualTo(new LuceneKnowledgeBase.Tally(0, 0, 1, 2));
    }

    @Test
    void aQuestionShouldKeepItsMeaningWhenTheContentChanges() {
        Meanings meanings = Meanings.atOnce(model);
        LuceneKnowledgeBase.of(Sample.entries(), Sample.settings(), meanings).find(OTHER_WORDS);
        LuceneKnowledgeBase.of(Sample.entries().subList(1, 5), Sample.settings(), meanings)
                .find(OTHER_WORDS);

        assertThat(meanings.encoded()).isEqualTo(1);
        assertThat(meanings.remembered()).isEqualTo(1);
    }

    @Test
    void wordsShouldDecideEverythingWhileThereIsNoEncoder(@TempDir Path folder) {
        Meanings meanings = Meanings.beside(folder.resolve("vectors.bin"), Optional.empty());
        LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.of(Sample.entries(), Sample.settings(), meanings);

        assertThat(knowledge.glance(OTHER_WORDS)).contains(knowledge.byWords(OTHER_WORDS));
    }

    @Test
    void anIndexFromTheDiskShouldFindWhatOneInMemoryFinds(@TempDir Path folder) {
        try (Shelf shelf = new Shelf(folder)) {
            LuceneKnowledgeBase inMemory =
                    LuceneKnowledgeBase.of(Sample.entries(), Sample.settings(), Meanings.atOnce(model));
            LuceneKnowledgeBase built = onDisk(shelf);
            LuceneKnowledgeBase read = onDisk(shelf);
            for (String text : List.of("物业费", "楼上漏水谁赔", "电瓶车充电", "垃圾怎么分", "补贴", "居住正怎么办里")) {
                assertThat(built.ranked(ask(text))).as(text).isEqualTo(inMemory.ranked(ask(text)));
                assertThat(read.ranked(ask(text))).as(text).isEqualTo(inMemory.ranked(ask(text)));
            }
        }
    }

    private static LuceneKnowledgeBase onDisk(Shelf shelf) {
        return LuceneKnowledgeBase.of(Sample.entries(), Sample.settings(), Meanings.atOnce(model), shelf);
    }
}
