package cn.huying.bot.content.check;

import static cn.huying.bot.content.Sample.asked;
import static cn.huying.bot.content.Sample.put;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.content.Content;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Sample;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.taxonomy.Config;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.Validity;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import cn.huying.knowledge.index.RetrievalSettings;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NearnessCheckTest {
    private static final RetrievalSettings SETTINGS =
            RetrievalSettings.load(Config.root().resolve("config/retrieval.yml"));
    private static final Entry PASSPORT =
            asked("passport-lost", "到出入境窗口补办护照。", "护照丢了怎么补办", "护照丢失补办要什么材料", "补办护照多少钱", "护照掉了去哪里补", "护照被偷了咋办");
    private static final Entry LEAK =
            asked("leak-pay", "先止水，再谈赔偿。", "楼上漏水谁来赔", "天花板被泡了找谁赔", "邻居漏水不管怎么办", "卫生间滴水楼上不认", "水管爆了淹了地板");
    private static final Content BEFORE = Content.NOTHING.tried(put(PASSPORT, LEAK));

    private final AtomicInteger built = new AtomicInteger();
    private final NearnessCheck check = new NearnessCheck(
            entries -> {
                built.incrementAndGet();
                return LuceneKnowledgeBase.of(entries, SETTINGS);
            },
            new TestClock(Sample.NOON),
            ZoneId.of("Asia/Shanghai"));

    private List<Objection> told(Entry entry) {
        return check.objections(BEFORE, BEFORE.tried(put(entry)));
    }

    private static Entry card(String stranger) {
        return asked("bank-card", "到银行网点补办。", "银行卡丢了怎么办", "银行卡挂失去哪里", "补银行卡要收费吗", "卡被吞了找谁", stranger);
    }

    @Test
    void phraseThatAsksForAnotherEntryShouldBeNamedWithIt() {
        assertThat(told(card("请问护照丢失补办要什么材料呢"))).singleElement().satisfies(objection -> {
            assertThat(objection.about()).isEqualTo("bank-card");
            assertThat(objection.reason()).contains("请问护照丢失补办要什么材料呢", "passport-lost");
        });
    }

    @Test
    void entryWithPhrasesOfItsOwnShouldPassWithOneLook() {
        assertThat(told(card("存折不见了能补吗"))).isEmpty();
        assertThat(built).hasValue(1);
    }

    @Test
    void phraseThatWasThereBeforeShouldNotBeAskedAgain() {
        Content with = BEFORE.tried(put(card("请问护照丢失补办要什么材料呢")));

        assertThat(check.objections(with, with.tried(put(LEAK)))).isEmpty();
        assertThat(built).as("nothing new to ask").hasValue(0);
    }

    @Test
    void localEntryMayAskWhatTheCountryIsAsked() {
        Entry card = card("请问护照丢失补办要什么材料呢");
        Validity here = new Validity(
                "青禾社区",
                card.validity().from(),
                card.validity().until(),
                card.validity().reviewed());

        assertThat(told(new Entry(
                        card.id(), card.topic(), card.wording(), card.answer(), card.sources(), here, card.action())))
                .isEmpty();
    }
}
