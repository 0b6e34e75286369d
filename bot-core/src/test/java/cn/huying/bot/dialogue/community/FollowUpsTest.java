package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.Step;
import cn.huying.knowledge.faq.KnowledgeFiles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpsTest {
    private static final String DIBAO = "低保怎么申请？";
    private static final String RESIDENCE = "居住证怎么办？";

    private final Community community = Community.inMemory();
    private final Talk talk = community.with(1);

    @ParameterizedTest
    @ValueSource(strings = {"都要带啥", "要带什么材料？", "带啥子", "那我要准备些什么呢", "谢谢，还要带啥", "要带户口本吗"})
    void whatToBringShouldBeToldOfTheAnswerBefore(String words) {
        talk.says("低保怎么申请").says(words).hears("“" + DIBAO + "”", "请带上：全家户口簿").hearsNo("怎么办：");
        assertThat(community.missed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"去哪办", "去哪儿办呢", "找谁", "上哪办理啊"})
    void placeShouldBeToldInTheWordsOfTheAnswer(String words) {
        talk.says("居住证怎么办")
                .says(words)
                .hears("“" + RESIDENCE + "”", "到居住地派出所", "窗口：")
                .hearsNo("【");
    }

    @ParameterizedTest
    @ValueSource(strings = {"谁赔", "那谁来赔呢", "该谁负责"})
    void whoPaysShouldBeToldOfTheAnswerBefore(String words) {
        talk.says("楼上漏水怎么办").says(words).hears("要赔（第一千一百六十五条）").hearsNo("交强险");
    }

    @Test
    void whoPaysShouldNotBeGuessedWithoutAnAnswerBefore() {
        talk.says("谁赔").hearsText("follow-up-of-what");
    }

    @Test
    void whoPaysForWhatIsBeingToldShouldBeAnsweredOfThat() {
        talk.says("被狗咬了").waitsIn(Step.AskedWhere.class).says("谁赔").hears("狗").hearsNo("交强险");
        talk.waitsIn(Step.AskedWhere.class);
    }

    /** What is surely answered by itself stays so; what leans on the answer before is not looked up alone. */
    @Test
    void wordsThatLeanOnAnAnswerShouldBeReadInItsLight() {
        talk.says("低保怎么申请").says("月收入5000能申请吗").hears("“" + DIBAO + "”", "人均收入").hearsText("follow-up-others");
        talk.says("居住证能申请吗").hearsNo("“" + DIBAO + "”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"天然气能申请吗", "路灯坏了能报吗", "怎么评三好学生呢"})
    void anotherMatterShouldNotBeReadInTheLightOfAnAnswer(String words) {
        talk.says("低保怎么申请").says(words).hearsNo("“" + DIBAO + "”");
    }

    @Test
    void wordsThatLeanOnNothingShouldMeanWhatTheyMean() {
        assertThat(talk.says("月收入5000能申请吗").reply()).doesNotContain("这一条里写着");
    }

    @Test
    void severalThingsAskedAtOnceShouldAllBeTold() {
        talk.says("居住证怎么办").says("带啥，去哪办，要多久").hears("请带上：", "派出所", "十五天");
    }

    @Test
    void whatIsNotWrittenShouldBeSaidToBeUnwritten() {
        talk.says("居住证怎么办")
                .says("要钱吗")
                .hearsText(
                        "follow-up-untold", "question", RESIDENCE, "asked", Talk.text("asked-cost"), "phone", phone())
                .hears("居住证到期了，怎么续签？");
        assertThat(community.missed())
                .singleElement()
                .satisfies(one -> assertThat(one.words()).isEqualTo("居住证怎么办，要钱吗"));

        talk.says("登记").waitsIn(Step.AskedWhere.class);
        assertThat(talk.step())
                .isInstanceOfSatisfying(
                        Step.AskedWhere.class,
                        asked -> assertThat(asked.draft().text()).isEqualTo("居住证怎么办，要钱吗"));
    }

    private static String phone() {
        return Talk.text("follow-up-phone", "phone", "12345");
    }

    @Test
    void partOfWhatWasAskedShouldBeToldAndTheRestOffered() {
        talk.says("居住证怎么办")
                .says("去哪办，要钱吗")
                .hears("派出所")
                .hearsText("follow-up-partly", "asked", Talk.text("asked-cost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"那我妈呢", "老人呢", "80岁呢", "那我妈70呢", "我妈73岁呢", "90多岁的呢"})
    void sameForSomebodyElseShouldBeQuotedAndNotDecided(String words) {
        talk.says("高龄津贴").says(words).hears("八十周岁").hearsText("follow-up-others");
    }

    @Test
    void questionThatOnlyMeansSomethingAfterAnotherShouldBeRegisteredWithIt() {
        talk.says("居住证怎么办").says("那我换了三个地方租房子能申请吗").hearsText("follow-up-others");
        talk.says("登记").says("幸福里3栋").hears("内容：居住证怎么办，那我换了三个地方租房子能申请吗");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50行吗", "那20一次呢"})
    void numberThatIsNobodysAgeShouldNotPassForSomebody(String words) {
        talk.says("居住证怎么办").says(words).hearsNo("这一条里写着");
    }

    @Test
    void sendingSomebodyElseShouldBeToldWhereItIsWritten() {
        talk.says("高龄津贴").says("老人可以代办吗").hears("也可由子女代办");
        talk.says("我妈腿脚不方便怎么办").hears("请网格员上门");
    }

    @Test
    void sourcePhoneAndMoreShouldBeTold() {
        talk.says("居住证怎么办").says("有依据吗").hears("这一条的依据：《居住证暂行条例》第二条");
        talk.says("打什么电话").hears("12345");
        talk.says("还有吗").hears("我知道的就是这些", "有了居住证，能享受什么？");
    }

    @Test
    void manyFollowUpsShouldStayWithTheAnswerWhateverCourtesyIsBetween() {
        talk.says("低保怎么申请").says("都要带啥").says("谢谢").says("我住幸福里3栋").says("可以代办吗");
        talk.hears("“" + DIBAO + "”", "委托居委会代提");
        talk.afterARestart().says("去哪办").hears("“" + DIBAO + "”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"居住证怎么办", "居住证怎么办，要带什么", "那居住证呢", "另外居住证去哪办"})
    void completeQuestionShouldNotBeDraggedIntoWhatWasAskedBefore(String words) {
        talk.says("低保怎么申请").says("都要带啥").says(words).hearsNo("“" + DIBAO + "”", "全家户口簿");
    }

    @Test
    void halfQuestionShouldCompleteTheOneWhoseChoicesWereShown() {
        talk.says("怎么离婚").waitsIn(Step.ChoosingAnswer.class).says("几点下班");
        talk.hears("您想问的是哪一个", "2. 两人都同意离婚").says("2").waitsIn(Step.Answered.class);
        talk.says("谢谢").says("要带什么证件").hears("两人都同意离婚", "结婚证").hearsNo("可以拨打");
    }

    @ParameterizedTest
    @ValueSource(strings = {"要多久", "去哪办", "都要带啥", "那怎么办", "到底多久"})
    void nothingShouldBeGuessedWhereNoAnswerCameBefore(String words) {
        talk.says(words).hearsText("follow-up-of-what").waitsIn(Step.Idle.class);
        talk.says("低保怎么申请").later(Duration.ofMinutes(31)).says(words).hearsText("follow-up-of-what");
        assertThat(community.missed()).isEmpty();
    }

    @Test
    void requestBetweenShouldEndTheContext() {
        talk.says("低保怎么申请").says("幸福里3栋2单元楼道灯坏了").says("确认").hears("已登记");
        talk.says("都要带啥").hearsText("follow-up-of-what");
    }

    @Test
    void draftShouldNotBeTakenForAnAnswer() {
        talk.says("低保怎么申请").says("楼道灯坏了").waitsIn(Step.AskedWhere.class).says("去哪办");
        talk.hearsNo("“" + DIBAO + "”");
    }

    @Test
    void uselessFollowUpShouldBeNotedWithItsEntry() {
        talk.says("低保怎么申请").says("都要带啥").says("没用").hearsText("feedback-useless");
        assertThat(community.missed())
                .singleElement()
                .satisfies(one -> assertThat(one.entry()).isPresent());
    }

    @Test
    void troubleThatWasAnsweredShouldStillBeRegisteredAfterAFollowUp() {
        talk.says("租房押金不退怎么办")
                .waitsIn(Step.OfferedToRegister.class)
                .says("要准备什么")
                .hears("请带上：租赁合同");
        talk.says("登记").waitsIn(Step.AskedWhere.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"好的呢", "知道了谢谢", "嗯嗯", "好的"})
    void courtesyShouldStayCourtesy(String words) {
        talk.says("低保怎么申请").says(words).hearsNo("“" + DIBAO + "”");
    }

    @Test
    void spokenFollowUpShouldBeHeardLikeAWrittenOne() {
        talk.says("低保怎么申请").speaks("都要带啥。").hears("请带上：全家户口簿");
    }

    @Test
    void plainQuestionShouldNotBeCrowdedByVagueWords() {
        talk.says("低保怎么申请").says("还有啥条件不").hears("低于当地低保标准").hearsNo(Talk.text("asked-more"));
    }

    @Test
    void entriesShouldNeverBeMistakenForFollowUps() {
        assertThat(KnowledgeFiles.load(Shipped.CONFIG.resolve("knowledge")))
                .flatExtracting(entry -> entry.wording().phrases().toList())
                .filteredOn(phrase -> Shipped.INTENTS.followUp(phrase).isPresent())
                .isEmpty();
    }

    @Test
    void questionThatNamesItsMatterShouldNotBeAskedOfTheAnswerBefore() {
        talk.says("居住证怎么办");

        for (String words : List.of("孩子报名要什么材料", "离婚的手续怎么办", "报销要什么材料")) {
            talk.says(words).hearsNo("这一条里写着");
        }
    }

    @Test
    void verdictShouldBeCountedAfterSomethingWasNotWritten() {
        talk.says("居住证怎么办").says("要钱吗").says("没用");

        assertThat(talk.step())
                .isInstanceOfSatisfying(
                        Step.Answered.class, read -> assertThat(read.offered()).isTrue());
        assertThat(community.missed()).hasSize(2);
    }
}
