package cn.huying.knowledge.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.knowledge.encode.CompactVector;
import cn.huying.knowledge.encode.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawLibraryTest {
    private static final List<Article> ARTICLES = List.of(
            Article.named("1", "例法第一条", "承租人应当按照约定支付租金。"),
            Article.named("2", "例法第二条", "租赁期限届满，出租人应当返还押金。"),
            Article.named("3", "例法第三条", "出租人应当履行租赁物的维修义务。"),
            Article.named("4", "航规第一条", "航空器应当经过登记。"),
            Article.named("5", "航规第二条", "机长对航空器的安全负责。"));

    /** One direction for each character: alike is what shares characters. */
    private static final Encoder BY_CHARACTERS = new Encoder() {
        @Override
        public float[] encode(String text) {
            float[] vector = new float[DIMENSIONS];
            text.chars().forEach(c -> vector[c % DIMENSIONS] += 1);
            double squares = 0;
            for (float x : vector) {
                squares += x * x;
            }
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= (float) Math.sqrt(Math.max(squares, 1));
            }
            return vector;
        }

        @Override
        public List<float[]> encodeAll(List<String> texts) {
            return texts.stream().map(this::encode).toList();
        }
    };

    private LawLibrary library;

    @BeforeEach
    void open() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        List<byte[]> vectors = BY_CHARACTERS
                .encodeAll(ARTICLES.stream().map(Article::passage).toList())
                .stream()
                .map(CompactVector::of)
                .toList();
        ArticleIndex.write(ARTICLES, vectors, directory);
        library = LawLibrary.open(directory, BY_CHARACTERS);
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    @Test
    void articleShouldTakeItsLawAndNumberOutOfItsName() {
        Article article = Article.named("9", "最高人民法院关于第一审案件的规定第十二条之一", "正文");
        assertThat(article.law()).isEqualTo("最高人民法院关于第一审案件的规定");
        assertThat(article.number()).isEqualTo("第十二条之一");
    }

    @Test
    void everyWayShouldFindTheArticleThatAnswers() throws IOException {
        String question = "租赁期满不返还押金怎么办";
        assertThat(library.byWords(question, 3).getFirst().id()).isEqualTo("2");
        assertThat(library.byMeaning(question, 3).getFirst().id()).isEqualTo("2");
        assertThat(library.byEverything(question, Ranking.UNFITTED, 3)
                        .getFirst()
                        .id())
                .isEqualTo("2");
    }

    @Test
    void noTextShouldMakeItFail() throws IOException {
        for (String odd : List.of("", "？", "\u0000", "😀", "押".repeat(5_000), "AND OR NOT (押金")) {
            assertThat(library.byEverything(odd, Ranking.UNFITTED, 3)).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void lessonShouldLearnWhichLawQuestionsTurnTo() throws IOException {
        List<JudgedQuestion> questions = List.of(
                new JudgedQuestion("押金不还", Set.of("2")),
                new JudgedQuestion("房东不修", Set.of("3")),
                new JudgedQuestion("租金怎么付", Set.of("1")),
                new JudgedQuestion("机长管什么", Set.of("5")));
        RankingLesson lesson = new RankingLesson(library, questions);
        Ranking ranking = lesson.fit();
        assertThat(ranking.custom().mostAsked(1)).containsExactly("例法");
        assertThat(lesson.findUnseen(2, 1, 5))
                .hasSize(4)
                .allSatisfy(found -> assertThat(found).isNotEmpty());
        assertThat(lesson.parts(2, 1)).isEqualTo(lesson.parts(2, 1));
    }

    @Test
    void rankingFileShouldGiveBackWhatWasFitted(@TempDir Path folder) throws IOException {
        LawCustom custom = LawCustom.of(List.of(List.of("例法"), List.of("例法", "航规")));
        Ranking ranking = new Ranking(List.of(1.0, 0.5, 2.0, 0.25, 0.125, -1.0, 0.75), custom);
        Path file = folder.resolve("statutes.yml");
        Files.writeString(file, RankingFile.written(new RankingFile.Fitted(ranking, "abc")));
        RankingFile.Fitted read = RankingFile.read(file);
        assertThat(read.ranking()).isEqualTo(ranking);
        assertThat(read.fittedTo()).isEqualTo("abc");
    }

    @Test
    void customShouldBeTheSameAsIfTheQuestionHadNeverBeenAsked() {
        LawCustom all = LawCustom.of(List.of(List.of("例法"), List.of("航规")));
        assertThat(all.without(List.of("航规")).of("例法", 0.5))
                .isEqualTo(LawCustom.of(List.of(List.of("例法"))).of("例法", 0.5));
    }
}
