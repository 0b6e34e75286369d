package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.ConversationStore;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.PassiveText;
import cn.huying.bot.message.Reply;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.KnowledgeFiles;
import cn.huying.knowledge.faq.Validity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final List<Entry> ENTRIES = KnowledgeFiles.load(Shipped.CONFIG.resolve("knowledge"));
    private static final Phrases PHRASES = new Phrases(Shipped.TEXTS);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String HINT = PHRASES.continuation();

    private static String text(Turn turn) {
        return ((Reply.Text) turn.reply()).text();
    }

    @Test
    void everyShippedAnswerShouldFitWithTheOfferToRegister() {
        assertThat(ENTRIES)
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(entry -> assertThat(
                                PHRASES.answers().answer(entry, true, TODAY).getBytes(StandardCharsets.UTF_8).length)
                        .as(entry.id().value())
                        .isLessThanOrEqualTo(PassiveText.MOST_BYTES));
    }

    @Test
    void everyShippedAnswerShouldNameItsSource() {
        assertThat(ENTRIES)
                .allSatisfy(entry -> assertThat(PHRASES.answers().answer(entry, false, TODAY))
                        .contains("依据：" + entry.sources().getFirst().cite()));
    }

    /** Whoever asks for money in an entry's own words is asking for that entry. */
    @Test
    void wordingOfAnEntryShouldBeAnsweredWhateverItAsksFor() {
        for (String words : List.of("住院报销比例", "失业补助金怎么申请")) {
            Community.inMemory().with(1).says(words).hears("依据：");
        }
    }

    @Test
    void endAndAgeShouldBeToldWhereThereIsOneOnly() {
        Entry entry = ENTRIES.getFirst();
        LocalDate reviewed = entry.validity().reviewed();

        assertThat(PHRASES.answers().answer(entry, false, reviewed)).doesNotContain("核对过", "有效期");
        assertThat(PHRASES.answers().answer(entry, false, reviewed.plusYears(1).plusDays(1)))
                .contains(reviewed + " 核对过，之后可能有变化");
        assertThat(PHRASES.answers().answer(ending(entry, reviewed.plusDays(30)), false, reviewed))
                .contains("（有效期到 " + reviewed.plusDays(30) + "）");
    }

    private static Entry ending(Entry entry, LocalDate until) {
        Validity validity = entry.validity();
        return new Entry(
                entry.id(),
                entry.topic(),
                entry.wording(),
                entry.answer(),
                entry.sources(),
                new Validity(validity.region(), validity.from(), Optional.of(until), validity.reviewed()),
                entry.action());
    }

    @Test
    void longAnswerShouldBeReadOnUntilItsEnd() {
        String answer = "物业费的事，说来话长。".repeat(400);
        Turn turn = Turn.sayInParts(answer, HINT, Outcome.Kind.ANSWERED);
        StringBuilder read = new StringBuilder(text(turn));
        while (turn.next() instanceof Step.Reading(String rest)) {
            assertThat(text(turn).getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(PassiveText.MOST_BYTES);
            assertThat(text(turn)).endsWith(HINT);
            turn = Turn.sayInParts(rest, HINT, Outcome.Kind.ANSWERED);
            read.append(text(turn));
        }
        assertThat(read.toString().replace("\n\n" + HINT, "")).isEqualTo(answer);
    }

    @Test
    void continueShouldGiveTheRestAndAnythingElseShouldForgetIt() {
        Community community = Community.inMemory();
        Talk talk = community.with(1);
        put(community, talk, new Step.Reading("余下的内容"));
        talk.says("你好").waitsIn(Step.Idle.class).says("继续").hearsText("nothing-open");

        put(community, talk, new Step.Reading("余下的内容"));
        talk.says("继续").hears("余下的内容").says("继续").hearsText("nothing-open");
    }

    private static void put(Community community, Talk talk, Step step) {
        ConversationStore conversations = community.stores.conversations();
        conversations
                .claim(
                        talk.sender(),
                        InboxId.ofMessage(talk.sender(), "put" + step.hashCode()),
                        community.clock.instant().plusSeconds(1))
                .flatMap(claimed -> conversations.save(claimed, step, new Reply.Silence(), community.clock.instant()))
                .block();
    }
}
