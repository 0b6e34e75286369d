package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two things in one message: what is wrong is registered, and what is asked beside it is answered. */
class BesideTest {
    private final Community community = Community.inMemory();
    private final Talk talk = community.with(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "幸福里3栋下水道堵了，另外问一下居住证怎么办",
                "幸福里3栋下水道堵了，还有请问居住证怎么办？",
                "幸福里3栋下水道堵了。另外居住证怎么办？",
                "居住证怎么办？另外幸福里3栋下水道堵了",
                "幸福里3栋下水道堵了 顺便问下居住证怎么办"
            })
    void questionBesideAReportShouldBeAnsweredAndTheReportGoOn(String words) {
        talk.says(words).hears("居住地派出所", "下水道堵塞").hearsNo("有用、没用").waitsIn(Step.Confirming.class);
        assertThat(talk.step())
                .isInstanceOfSatisfying(
                        Step.Confirming.class,
                        step -> assertThat(step.draft().text())
                                .contains("幸福里3栋下水道堵了")
                                .doesNotContain("居住证", "，"));
        talk.says("确认").hears("已登记");
        assertThat(talk.request().submission().text()).doesNotContain("居住证");
    }

    @Test
    void whatTheReportStillNeedsShouldStandLast() {
        talk.says("下水道堵了，另外问一下低保怎么申请").hears("户籍地街道").waitsIn(Step.AskedWhere.class);
        assertThat(talk.reply()).endsWith(Talk.text("ask-where", "category", "下水道堵塞污水外溢"));
    }

    @Test
    void questionBesideThePlaceShouldBeAnsweredToo() {
        talk.says("楼道灯坏了").waitsIn(Step.AskedWhere.class);
        talk.says("幸福里3栋，另外想问居住证怎么办").hears("居住地派出所").waitsIn(Step.Confirming.class);
    }

    @Test
    void questionWithoutAnAnswerShouldBeNotedAndTheReportGoOn() {
        talk.says("幸福里3栋垃圾没人收。对了，怎么评三好学生？").hearsText("beside-unanswered");
        talk.waitsIn(Step.Confirming.class);
        assertThat(community.missed())
                .singleElement()
                .satisfies(one -> assertThat(one.words()).isEqualTo("怎么评三好学生？"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"幸福里3栋路灯坏了，还有什么时候能来修", "幸福里3栋路灯坏了，请问要多久", "幸福里3栋路灯坏了。找谁修？", "幸福里3栋路灯坏了砸到车。应该谁赔？"})
    void questionAboutTheReportItselfShouldStayInIt(String words) {
        talk.says(words).waitsIn(Step.Confirming.class).hears(words);
    }

    @Test
    void twoQuestionsShouldBothBeAnswered() {
        talk.says("低保怎么申请，另外居住证怎么办").hears("户籍地街道");
        String first = talk.reply();
        if (talk.step() instanceof Step.Reading) {
            first += talk.says("继续").reply();
        }
        assertThat(first).contains("居住地派出所");
    }

    @Test
    void homeShouldBeKeptAndTheQuestionAnswered() {
        talk.says("我住幸福里3栋2单元，请问低保怎么申请").hears("您住在幸福里小区3栋2单元", "户籍地街道");
    }

    @Test
    void politeQuestionOfTheSameMatterShouldStayWithIt() {
        talk.says("楼上漏水泡了我家，请问应该谁赔？").hears("先止水", "回复“登记”");
    }

    @Test
    void questionAtTheEndOfALongReportShouldBeAnswered() {
        String story = "幸福里3栋下水道堵了，从上个礼拜就开始慢慢不通了，一开始还能用皮搋子捅一捅，这两天一点都下不去，厨房和卫生间全是一股怪味，"
                + "邻居说他家也这样，物业来看过一次说是总管的问题要请人来疏通，说完就没有下文了，打电话也说在排队，我们家里有小孩子，天天闻着这个味道，"
                + "饭都吃不下，洗碗都要端到楼下去，请你们尽快派人来疏通一下，不要再一天拖一天了，大家都等着用水呢，实在是太不方便了，洗澡也只好去澡堂子";

        talk.says(story + "，另外想问一下居住证怎么办").hears("居住地派出所", "下水道堵塞").waitsIn(Step.Confirming.class);
        Community.inMemory().with(2).says(story + "，还有怎么能这样呢").hearsNo("您还问到").waitsIn(Step.Confirming.class);
    }

    @Test
    void dangerShouldComeBeforeAnyQuestion() {
        talk.says("幸福里3栋着火了，另外问一下居住证怎么办").hears("119").hearsNo("派出所");
    }
}
