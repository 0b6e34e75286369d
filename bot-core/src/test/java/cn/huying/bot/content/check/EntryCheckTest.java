package cn.huying.bot.content.check;

import static cn.huying.bot.content.Sample.asked;
import static cn.huying.bot.content.Sample.entry;
import static cn.huying.bot.content.Sample.put;
import static cn.huying.bot.content.Sample.related;
import static cn.huying.bot.content.Sample.removed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.content.Content;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import cn.huying.bot.taxonomy.Config;
import cn.huying.knowledge.faq.Action;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.KnowledgeFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryCheckTest {
    private final EntryCheck check = new EntryCheck(Config.taxonomy());

    private List<Objection> told(Content before, Patch patch) {
        return check.objections(before, before.tried(patch));
    }

    private static Entry with(Entry entry, String category) {
        return new Entry(
                entry.id(),
                entry.topic(),
                entry.wording(),
                entry.answer(),
                List.of(),
                entry.validity(),
                new Action(Optional.of(category), Optional.empty(), List.of()));
    }

    @Test
    void goodEntryShouldPass() {
        assertThat(told(Content.NOTHING, put(entry("one", "甲"), related(entry("two", "乙"), "one"))))
                .isEmpty();
    }

    @Test
    void shippedContentShouldPass() {
        List<Entry> shipped = KnowledgeFiles.load(Config.root().resolve("config/knowledge"));

        assertThat(check.objections(shipped)).isEmpty();
    }

    @Test
    void everyFlawOfAnEntryShouldBeNamed() {
        Entry flawed = related(asked("one", "长".repeat(301), "一", "二", "三", ""), "nobody");

        assertThat(told(Content.NOTHING, put(flawed, with(entry("two", ""), "XXX99"))))
                .extracting(objection -> objection.about() + " " + objection.reason())
                .anyMatch(told -> told.startsWith("one 答案有 301 字"))
                .anyMatch(told -> told.startsWith("one 问法只有 2 种"))
                .anyMatch(told -> told.startsWith("one 相关条目 nobody 不存在"))
                .anyMatch(told -> told.startsWith("two 缺少来源"))
                .anyMatch(told -> told.startsWith("two 缺少 answer"))
                .anyMatch(told -> told.startsWith("two 类别不存在：XXX99"));
    }

    @Test
    void phraseOfAnotherEntryShouldBeObjectedTo() {
        Content before = Content.NOTHING.tried(put(entry("one", "甲")));
        Entry same = asked("two", "乙", "two怎么办", "ONE 要什么？", "two二", "two三", "two四");

        assertThat(told(before, put(same)))
                .singleElement()
                .satisfies(objection -> assertThat(objection.reason()).contains("ONE 要什么", "one"));
    }

    @Test
    void entryOthersReferToShouldNotBeRemoved() {
        Content before = Content.NOTHING.tried(put(entry("one", "甲"), related(entry("two", "乙"), "one")));

        assertThat(told(before, removed("one"))).extracting(Objection::about).containsExactly("two");
        assertThat(told(before, removed("one", "two"))).isEmpty();
    }

    @Test
    void whatWasWrongBeforeShouldNotBeHeldAgainstAnotherChange() {
        Content before = Content.NOTHING.tried(put(asked("old", "旧", "旧事")));

        assertThat(told(before, put(entry("one", "甲")))).isEmpty();
        assertThat(check.holdsForTakingBack()).isTrue();
    }
}
