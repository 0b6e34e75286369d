package cn.huying.bot.content.check;

import static cn.huying.bot.content.Sample.asked;
import static cn.huying.bot.content.Sample.put;
import static cn.huying.bot.content.Sample.removed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.content.Content;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import cn.huying.bot.content.Sample;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.taxonomy.Config;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.GoldenQuestions;
import cn.huying.knowledge.faq.GoldenQuestions.Answerable;
import cn.huying.knowledge.faq.GoldenQuestions.Unanswerable;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import cn.huying.knowledge.index.RetrievalSettings;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GoldenCheckTest {
    private static final RetrievalSettings SETTINGS =
            RetrievalSettings.load(Config.root().resolve("config/retrieval.yml"));
    private static final Entry PASSPORT =
            asked("passport-lost", "到出入境窗口补办护照。", "护照丢了怎么补办", "护照丢失要什么材料", "补办护照多少钱", "护照掉了去哪里补", "护照被偷了咋办");
    private static final Entry LEAK =
            asked("leak-pay", "先止水，再谈赔偿。", "楼上漏水谁来赔", "天花板被泡了找谁赔", "邻居漏水不管怎么办", "卫生间滴水楼上不认", "水管爆了淹了地板");
    private static final Content BEFORE = Content.NOTHING.tried(put(PASSPORT, LEAK));
    private static final GoldenQuestions GOLDEN = new GoldenQuestions(
            List.of(new Answerable("楼上漏水谁来赔", List.of(LEAK.id()))), List.of(new Unanswerable("帮我写首诗", "chat")));

    private final AtomicInteger built = new AtomicInteger();
    private final GoldenCheck check = new GoldenCheck(
            () -> GOLDEN,
            new BuiltLately(entries -> {
                built.incrementAndGet();
                return LuceneKnowledgeBase.of(entries, SETTINGS);
            }),
            new TestClock(Sample.NOON),
            ZoneId.of("Asia/Shanghai"));

    private List<Objection> told(Patch patch) {
        return check.objections(BEFORE, BEFORE.tried(patch));
    }

    @Test
    void changeThatKeepsEveryAnswerShouldPass() {
        assertThat(told(put(asked("passport-lost", "新答案", "护照丢了怎么补办", "护照补办")))).isEmpty();
    }

    @Test
    void questionThatLosesItsAnswerShouldBeNamed() {
        assertThat(told(put(asked("leak-pay", "请带身份证。", "护照多久能取", "护照补办加急"))))
                .singleElement()
                .satisfies(objection -> {
                    assertThat(objection.about()).isEqualTo("楼上漏水谁来赔");
                    assertThat(objection.reason()).contains("leak-pay", "答不上来");
                });
    }

    @Test
    void questionThatGetsAnotherAnswerShouldBeNamed() {
        Entry thief = asked("thief", "找物业。", "楼上漏水谁来赔", "天花板被泡了找谁赔");

        assertThat(told(new Patch(List.of(thief, asked("leak-pay", "先止水。", "下水道堵了找谁")), List.of())))
                .singleElement()
                .satisfies(objection -> assertThat(objection.reason()).contains("会答成别的"));
    }

    @Test
    void questionThatMustNotBeAnsweredShouldBeNamedWhenItIs() {
        assertThat(told(put(asked("poem", "好的。", "帮我写首诗", "写诗"))))
                .extracting(Objection::about)
                .containsExactly("帮我写首诗");
    }

    @Test
    void removingAnEntryShouldBeAllowed() {
        assertThat(told(removed("leak-pay"))).isEmpty();
    }

    @Test
    void whatWasPublishedShouldNotBeBuiltAgainForTheNextChange() {
        Content after = BEFORE.tried(put(asked("one", "甲", "一号事项怎么办理")));
        check.objections(BEFORE, after);
        check.objections(after, after.tried(removed("one")));

        assertThat(built).as("the last one is what was there at first").hasValueLessThanOrEqualTo(3);
    }

    @Test
    void brokenQuestionsShouldBeAnObjectionUntilTheyAreMendedAndThenBeKept() {
        AtomicInteger read = new AtomicInteger();
        GoldenCheck later = new GoldenCheck(
                () -> {
                    if (read.incrementAndGet() == 1) {
                        throw new ConfigException(List.of(new ConfigProblem("golden.yml", 3, "写法有误", "请改正")));
                    }
                    return GOLDEN;
                },
                entries -> LuceneKnowledgeBase.of(entries, SETTINGS),
                new TestClock(Sample.NOON),
                ZoneId.of("Asia/Shanghai"));
        Content after = BEFORE.tried(removed("passport-lost"));

        assertThat(later.objections(BEFORE, after)).singleElement().satisfies(objection -> {
            assertThat(objection.about()).isEqualTo("golden.yml");
            assertThat(objection.reason()).contains("第 3 行", "写法有误");
        });
        assertThat(later.objections(BEFORE, after)).isEmpty();
        assertThat(later.objections(BEFORE, after)).isEmpty();
        assertThat(read).hasValue(2);
    }
}
