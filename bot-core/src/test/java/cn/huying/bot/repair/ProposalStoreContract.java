package cn.huying.bot.repair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import cn.huying.bot.content.Sample;
import cn.huying.bot.repair.Proposal.State;
import cn.huying.bot.repair.Proposal.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of proposals promises. It is empty before each test. */
public interface ProposalStoreContract {
    Duration PATIENCE = Duration.ofSeconds(20);

    ProposalStore store();

    /** @param n makes the id and the second it was written in */
    static Proposal proposal(int n) {
        Patch patch = new Patch(List.of(Sample.entry("lift", "请打电话")), List.of(Sample.id("old-one")));
        return new Proposal(
                new ProposalId("%032x".formatted(n)),
                0,
                patch,
                4,
                new Proposal.Written("author", Asked.NOON.plusSeconds(n), "居民常问"),
                List.of(Asked.question(n, "").id()),
                Optional.empty());
    }

    private Proposal insert(int n) {
        store().insert(proposal(n)).block(PATIENCE);
        return stored(n);
    }

    private Proposal stored(int n) {
        return Objects.requireNonNull(store().find(proposal(n).id()).block(PATIENCE));
    }

    private static Verdict verdict(State state, int second) {
        List<Objection> objections = state == State.REFUSED ? List.of(new Objection("lift", "和另一条太像")) : List.of();
        return new Verdict(state, "approver", Asked.NOON.plusSeconds(second), 5, "看过了", objections);
    }

    @Test
    default void proposalShouldComeBackAsItWas() {
        Proposal found = insert(1);

        assertThat(found).usingRecursiveComparison().ignoringFields("rev").isEqualTo(proposal(1));
        assertThat(store().find(proposal(2).id()).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    default void verdictShouldBeKeptWithItsObjections() {
        Proposal ended = insert(1).ended(verdict(State.REFUSED, 60));

        assertThat(store().replace(ended).block(PATIENCE)).isTrue();
        assertThat(stored(1).verdict()).contains(verdict(State.REFUSED, 60));
    }

    @Test
    default void secondVerdictOnTheSameVersionShouldNotCount() {
        Proposal seen = insert(1);
        store().replace(seen.ended(verdict(State.PUBLISHED, 60))).block(PATIENCE);

        assertThat(store().replace(seen.ended(verdict(State.REJECTED, 61))).block(PATIENCE))
                .isFalse();
        assertThat(stored(1).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    default void openOnesShouldComeOldestFirstAndEndedOnesLastFirst() {
        insert(3);
        insert(1);
        store().replace(insert(2).ended(verdict(State.REJECTED, 60))).block(PATIENCE);
        store().replace(insert(4).ended(verdict(State.PUBLISHED, 90))).block(PATIENCE);

        assertThat(store().open(10).map(one -> one.written().at()).collectList().block(PATIENCE))
                .containsExactly(Asked.NOON.plusSeconds(1), Asked.NOON.plusSeconds(3));
        assertThat(store().ended(10).map(Proposal::state).collectList().block(PATIENCE))
                .containsExactly(State.PUBLISHED, State.REJECTED);
        assertThat(store().ended(1).collectList().block(PATIENCE)).hasSize(1);
    }
}
