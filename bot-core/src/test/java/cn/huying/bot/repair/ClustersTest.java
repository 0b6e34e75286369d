package cn.huying.bot.repair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.repair.Clusters.Reading;
import cn.huying.knowledge.encode.CompactVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClustersTest {
    private static List<List<String>> wordings(List<Cluster> clusters) {
        return clusters.stream().map(Cluster::wordings).toList();
    }

    @Test
    void sameWordsShouldBeOneClusterWhateverTheirPunctuation() {
        List<Cluster> clusters = Clusters.of(
                List.of(
                        Asked.question(1, "怎么装充电桩？"),
                        Asked.question(2, "怎么装充电桩"),
                        Asked.question(3, "怎么 装充电桩！"),
                        Asked.question(4, "老年卡在哪办")),
                Reading.PLAIN);

        assertThat(clusters).extracting(Cluster::count).containsExactly(3, 1);
        assertThat(clusters.getFirst().lastAsked()).isEqualTo(Asked.NOON.plusSeconds(3));
    }

    @Test
    void likeWordsShouldJoinWhatIsAskedMost() {
        List<Cluster> clusters = Clusters.of(
                List.of(
                        Asked.question(1, "小区能装充电桩吗"),
                        Asked.question(2, "小区能装充电桩吗"),
                        Asked.question(3, "我们小区能不能装充电桩"),
                        Asked.question(4, "暖气不热找谁")),
                Reading.PLAIN);

        assertThat(wordings(clusters)).containsExactly(List.of("小区能装充电桩吗", "我们小区能不能装充电桩"), List.of("暖气不热找谁"));
    }

    @Test
    void likeMeaningShouldJoinWhereWordsDiffer() {
        float[] same = new float[512];
        same[0] = 0.3f;
        same[1] = 0.3f;
        for (int i = 2; i < 512; i++) {
            same[i] = 0.04f;
        }
        Reading meaning = new Reading(
                words -> words, words -> words.contains("车") ? Optional.of(CompactVector.of(same)) : Optional.empty());
        List<Unanswered> asked = List.of(
                Asked.question(1, "电动车上楼充电罚多少"), Asked.question(2, "把电瓶拿回家充会被罚款吗电车"), Asked.question(3, "电梯几点停"));

        assertThat(Clusters.of(asked, meaning)).extracting(Cluster::count).containsExactly(2, 1);
    }

    @Test
    void scrubbedMarksShouldNotMakeQuestionsAlike() {
        List<Cluster> clusters = Clusters.of(
                List.of(Asked.question(1, "〔门牌〕漏水"), Asked.question(2, "〔门牌〕停电"), Asked.question(3, "〔号码〕漏水")),
                Reading.PLAIN);

        assertThat(clusters).extracting(Cluster::count).containsExactly(2, 1);
    }

    @Test
    void uselessEntriesShouldBeCounted() {
        Cluster cluster = Clusters.of(
                        List.of(
                                Asked.useless(1, "怎么落户", "hukou"),
                                Asked.useless(2, "怎么落户", "hukou"),
                                Asked.question(3, "怎么落户")),
                        Reading.PLAIN)
                .getFirst();

        assertThat(cluster.useless().values()).containsExactly(2L);
        assertThat(cluster.ids()).hasSize(3);
    }

    @Test
    void orderOfTheQuestionsShouldChangeNothing() {
        List<Unanswered> asked = many(400, 7);
        List<Unanswered> shuffled = new ArrayList<>(asked);
        Collections.shuffle(shuffled, new Random(11));

        assertThat(Clusters.of(shuffled, Reading.PLAIN)).isEqualTo(Clusters.of(asked, Reading.PLAIN));
    }

    @Test
    void tenThousandQuestionsShouldAllBeSomewhere() {
        List<Unanswered> asked = many(10_000, 3);

        List<Cluster> clusters = Clusters.of(asked, Reading.PLAIN);

        assertThat(clusters.stream().mapToInt(Cluster::count).sum()).isEqualTo(10_000);
        assertThat(clusters).isSortedAccordingTo(Cluster.MOST_ASKED_FIRST);
    }

    private static List<Unanswered> many(int count, long seed) {
        Random random = new Random(seed);
        String letters = "小区电梯充电桩装修噪音物业费停车户口医保社保低保补贴押金合同快递垃圾分类养狗漏水暖气燃气";
        List<Unanswered> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder words = new StringBuilder();
            for (int n = 0; n < 4 + random.nextInt(8); n++) {
                words.append(letters.charAt(random.nextInt(letters.length())));
            }
            asked.add(Asked.question(i, words.toString()));
        }
        return asked;
    }

    @Test
    void onlyWhatIsAskedMostShouldBeReadForItsMeaning() {
        List<String> read = new ArrayList<>();
        List<Unanswered> asked = new ArrayList<>();
        asked.add(Asked.question(9_000, "电梯几点停"));
        asked.add(Asked.question(9_001, "电梯几点停"));
        for (int i = 0; i < Clusters.MOST_OF_MEANING + 50; i++) {
            asked.add(Asked.question(i, "第" + i + "问"));
        }

        Clusters.of(asked, new Reading(words -> words, words -> {
            read.add(words);
            return Optional.empty();
        }));

        assertThat(read).hasSize(Clusters.MOST_OF_MEANING).startsWith("电梯几点停");
    }
}
