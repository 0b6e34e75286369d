package cn.huying.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.intent.Aspect;
import cn.huying.knowledge.faq.Action;
import cn.huying.knowledge.faq.Answer;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.Source;
import cn.huying.knowledge.faq.Validity;
import cn.huying.knowledge.faq.Wording;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetellingTest {
    private static final Map<Aspect, List<String>> SIGNS = Map.of(
            Aspect.WHERE, List.of("窗口", "派出所"),
            Aspect.DURATION, List.of("#天", "当场"),
            Aspect.COST, List.of("#元", "免费"),
            Aspect.STEPS, List.of("先"));

    private static Entry entry(String text, List<String> steps, List<String> bring) {
        return new Entry(
                new EntryId("some-entry"),
                "办证",
                new Wording("某证怎么办？", List.of()),
                new Answer(text, steps, bring),
                List.of(new Source.Article("某某条例", "第二条", "")),
                new Validity("全国", LocalDate.of(2020, 1, 1), Optional.empty(), LocalDate.of(2026, 1, 1)),
                new Action(Optional.empty(), Optional.of("12345"), List.of()));
    }

    private static Retelling asked(Entry entry, Aspect... aspects) {
        return Retelling.of(entry, EnumSet.copyOf(List.of(aspects)), aspect -> SIGNS.getOrDefault(aspect, List.of()));
    }

    @Test
    void ownListsShouldComeBeforeSentences() {
        Entry entry = entry("先到派出所。", List.of("填表", "交表"), List.of("身份证"));
        Retelling said = asked(entry, Aspect.BRING, Aspect.STEPS, Aspect.PHONE);

        assertThat(said.told())
                .containsEntry(Aspect.BRING, List.of("身份证"))
                .containsEntry(Aspect.STEPS, List.of("填表", "交表"))
                .containsEntry(Aspect.PHONE, List.of("12345"));
        assertThat(said.untold()).isEmpty();
    }

    @Test
    void onlySentencesWithSignsShouldBeToldInTheirOrder() {
        Entry entry = entry("本年度有效。到派出所申请，三天拿证！不收押金；\n急的当场就办", List.of(), List.of());

        assertThat(asked(entry, Aspect.DURATION).told())
                .containsEntry(Aspect.DURATION, List.of("到派出所申请，三天拿证！", "急的当场就办"));
    }

    @Test
    void numberShouldBeAskedOfUnits() {
        assertThat(asked(entry("今天天气好。", List.of(), List.of()), Aspect.DURATION).untold())
                .containsExactly(Aspect.DURATION);
        assertThat(asked(entry("要交15元。", List.of(), List.of()), Aspect.COST).told())
                .containsKey(Aspect.COST);
    }

    @Test
    void sentencesWithMostSignsShouldBeChosen() {
        Entry entry = entry("派出所很多。派出所有窗口。窗口在二楼。", List.of(), List.of());

        assertThat(asked(entry, Aspect.WHERE).told()).containsEntry(Aspect.WHERE, List.of("派出所很多。", "派出所有窗口。"));
    }

    @Test
    void sentenceShouldBeToldOnce() {
        Entry entry = entry("到派出所三天办好。", List.of(), List.of());
        Retelling said = asked(entry, Aspect.WHERE, Aspect.DURATION);

        assertThat(said.told().get(Aspect.WHERE)).hasSize(1);
        assertThat(said.told()).doesNotContainKey(Aspect.DURATION);
        assertThat(said.untold()).isEqualTo(Set.of());
    }
}
