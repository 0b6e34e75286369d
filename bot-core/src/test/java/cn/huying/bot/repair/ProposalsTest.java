package cn.huying.bot.repair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.content.Edition;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.InMemoryEditionLog;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import cn.huying.bot.content.Sample;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.repair.Proposal.State;
import cn.huying.bot.repair.Proposals.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class ProposalsTest {
    private final TestClock clock = new TestClock(Messages.NOON);
    private final InMemoryEditionLog log = new InMemoryEditionLog();
    private final InMemoryUnansweredStore unanswered = new InMemoryUnansweredStore();
    private final InMemoryProposalStore store = new InMemoryProposalStore();
    private final Editions editions = new Editions(
            log,
            List.of((_, after) -> after.entries().containsKey(Sample.id("bad"))
                    ? List.of(new Objection("bad", "和别的条目太像"))
                    : List.of()),
            Schedulers.immediate(),
            clock);
    private final Proposals proposals = new Proposals(store, editions, unanswered, clock);

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(5)));
    }

    private Proposal propose(Patch patch, long basedOn, String... questions) {
        Proposal proposal = get(proposals.propose(patch, basedOn, "author", "居民常问", List.of(questions)));
        return get(proposals.find(proposal.id()));
    }

    private State state(Proposal proposal) {
        return get(proposals.find(proposal.id())).state();
    }

    @Test
    void approvalOfAnotherShouldPublishAndDoneWithTheQuestions() {
        unanswered
                .keep(List.of(Asked.question(1, "电梯"), Asked.question(2, "别的")))
                .block();
        Proposal proposal = propose(
                Sample.put(Sample.entry("lift", "请打电话")),
                0,
                Asked.question(1, "").id());

        assertThat(get(proposals.approve(proposal, "approver"))).isInstanceOf(Outcome.Done.class);

        assertThat(get(editions.newest()).entry(Sample.id("lift"))).isPresent();
        assertThat(get(editions.all().last()).credit()).hasToString("Credit[author=author, approver=approver]");
        assertThat(get(proposals.find(proposal.id())).verdict()).hasValueSatisfying(verdict -> {
            assertThat(verdict.state()).isEqualTo(State.PUBLISHED);
            assertThat(verdict.edition()).isEqualTo(1);
        });
        assertThat(get(unanswered.newest(9).collectList())).containsExactly(Asked.question(2, "别的"));
    }

    @Test
    void authorShouldNotApprove() {
        Proposal proposal = propose(Sample.put(Sample.entry("lift", "请打电话")), 0);

        assertThat(get(proposals.approve(proposal, "author"))).isEqualTo(new Outcome.NotYou());
        assertThat(state(proposal)).isEqualTo(State.PROPOSED);
        assertThat(get(log.latest())).isZero();
    }

    @Test
    void refusalOfACheckShouldBeKeptWithItsReasons() {
        Proposal proposal = propose(Sample.put(Sample.entry("bad", "请打电话")), 0);

        proposals.approve(proposal, "approver").block();

        assertThat(get(proposals.find(proposal.id())).verdict())
                .hasValueSatisfying(verdict -> assertThat(verdict.objections())
                        .extracting(Objection::reason)
                        .containsExactly("和别的条目太像"));
        assertThat(state(proposal)).isEqualTo(State.REFUSED);
    }

    @Test
    void changeOfOthersInBetweenShouldNotBeUndoneUnseen() {
        Proposal first = propose(Sample.put(Sample.entry("lift", "一")), 0);
        Proposal second = propose(Sample.put(Sample.entry("lift", "二")), 0);
        Proposal elsewhere = propose(Sample.put(Sample.entry("dog", "三")), 0);
        proposals.approve(first, "approver").block();

        proposals.approve(second, "approver").block();
        proposals.approve(elsewhere, "approver").block();

        assertThat(state(second)).isEqualTo(State.REFUSED);
        assertThat(get(proposals.find(second.id())).verdict().orElseThrow().objections())
                .singleElement()
                .satisfies(objection -> assertThat(objection.reason()).contains("第 1 期"));
        assertThat(state(elsewhere)).isEqualTo(State.PUBLISHED);
        assertThat(get(editions.newest())
                        .entry(Sample.id("lift"))
                        .orElseThrow()
                        .answer()
                        .text())
                .isEqualTo("一");
    }

    @Test
    void approvalAfterACrashBetweenPublishingAndNotingShouldCountAsPublished() {
        Proposal proposal = propose(Sample.put(Sample.entry("lift", "一")), 0);
        editions.publish(proposal.patch(), Sample.EDITORS, "居民常问").block();

        proposals.approve(proposal, "approver").block();

        assertThat(state(proposal)).isEqualTo(State.PUBLISHED);
        assertThat(get(log.latest())).isEqualTo(1);
    }

    @Test
    void rejectionAfterACrashBetweenPublishingAndNotingShouldFindItPublished() {
        unanswered.keep(List.of(Asked.question(1, "电梯"))).block();
        Proposal proposal = propose(
                Sample.put(Sample.entry("lift", "一")), 0, Asked.question(1, "").id());
        Proposal other = propose(Sample.put(Sample.entry("lift", "二")), 0);
        Edition.Credit credit = new Edition.Credit("author", "approver");
        editions.publish(proposal.patch(), 0, credit, "居民常问").block();

        Outcome outcome = get(proposals.reject(proposal, "other", "不要"));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(get(proposals.find(proposal.id())).verdict()).hasValueSatisfying(verdict -> {
            assertThat(verdict.state()).isEqualTo(State.PUBLISHED);
            assertThat(verdict.edition()).isEqualTo(1);
            assertThat(verdict.by()).isEqualTo("approver");
        });
        assertThat(get(unanswered.newest(9).collectList())).isEmpty();
        get(proposals.reject(other, "other", "不要"));
        assertThat(state(other)).isEqualTo(State.REJECTED);
    }

    @Test
    void rejectionShouldNotTakeAnotherProposalForItsOwnBecauseThatBroughtAPartOfIt() {
        unanswered.keep(List.of(Asked.question(1, "电梯"))).block();
        Proposal part = propose(Sample.put(Sample.entry("lift", "一")), 0);
        Proposal more = propose(
                new Patch(List.of(Sample.entry("lift", "一"), Sample.entry("dog", "二")), List.of()),
                0,
                Asked.question(1, "").id());
        proposals.approve(part, "approver").block();

        get(proposals.reject(more, "other", "不要"));

        assertThat(state(more)).isEqualTo(State.REJECTED);
        assertThat(get(unanswered.newest(9).collectList())).hasSize(1);
    }

    @Test
    void whatWentLiveShouldBePublishedAlthoughItWasRejectedAtTheSameMoment() {
        List<Proposal> open = new ArrayList<>();
        Editions interrupted = new Editions(
                log,
                List.of((_, _) -> {
                    open.forEach(one -> proposals.reject(one, "other", "不要").block());
                    return List.of();
                }),
                Schedulers.immediate(),
                clock);
        open.add(propose(Sample.put(Sample.entry("lift", "一")), 0));

        Outcome outcome =
                get(new Proposals(store, interrupted, unanswered, clock).approve(open.getFirst(), "approver"));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(get(proposals.find(open.getFirst().id())).verdict()).hasValueSatisfying(verdict -> {
            assertThat(verdict.state()).isEqualTo(State.PUBLISHED);
            assertThat(verdict.edition()).isEqualTo(1);
        });
    }

    @Test
    void rejectedProposalShouldChangeNothingAndNotBeApprovedAfterwards() {
        Proposal proposal = propose(Sample.put(Sample.entry("lift", "一")), 0);

        assertThat(get(proposals.reject(proposal, "approver", "答案不完整"))).isInstanceOf(Outcome.Done.class);
        assertThat(get(proposals.approve(proposal, "approver"))).isEqualTo(new Outcome.Overtaken());
        assertThat(get(log.latest())).isZero();
        Proposal now = get(proposals.find(proposal.id()));
        assertThat(get(proposals.approve(now, "approver"))).isEqualTo(new Outcome.Overtaken());
        assertThat(now.verdict().orElseThrow().note()).isEqualTo("答案不完整");
    }
}
