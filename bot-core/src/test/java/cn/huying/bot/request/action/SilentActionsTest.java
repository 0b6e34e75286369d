package cn.huying.bot.request.action;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.action.Rating.Satisfaction;
import cn.huying.bot.request.action.Rating.Solved;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An action printed by mistake must not tell what a resident or a worker said. */
class SilentActionsTest {
    private static final String SECRET = "不可外传的话13800000000";
    private static final Instant DAY = Instant.parse("2026-11-21T04:00:00Z");

    /** Their texts are codes the program itself chose. */
    private static final Set<Class<?>> CODES_ONLY = Set.of(Action.ToTriage.class, Action.MissContact.class);

    @TestFactory
    Stream<DynamicTest> actionsShouldNotPrintWords() {
        return spoken().stream()
                .map(action -> DynamicTest.dynamicTest(
                        action.getClass().getSimpleName(),
                        () -> assertThat(action.toString())
                                .startsWith(action.verb().name())
                                .doesNotContain(SECRET, "不可外传", "13800000000")));
    }

    @Test
    void everyActionThatHoldsTextShouldBeAmongThem() {
        assertThat(Action.class.getPermittedSubclasses())
                .filteredOn(action -> Arrays.stream(action.getRecordComponents())
                        .map(RecordComponent::getType)
                        .anyMatch(String.class::equals))
                .filteredOn(action -> !CODES_ONLY.contains(action))
                .isSubsetOf(spoken().stream().map(Action::getClass).toList());
    }

    @Test
    void deferralShouldPrintItsReasonAlone() {
        assertThat(deferral().toString()).contains(deferral().reason().name()).doesNotContain(SECRET);
    }

    private static List<Action> spoken() {
        return List.of(
                new Action.Decline(Action.Decline.Reason.COURT, SECRET),
                new Action.AskInfo(SECRET),
                new Action.Answer(SECRET),
                new Action.Wake(SECRET),
                new Action.Add(SECRET),
                new Action.Return(SECRET),
                new Action.ReturnLate(SECRET, SECRET),
                new Action.Contact("phone", true, SECRET),
                new Action.HandOverExternal(SECRET),
                new Action.Extend(DAY, SECRET, SECRET),
                new Action.AskDefer(deferral()),
                new Action.RefuseDefer(SECRET),
                new Action.Resolve("done", SECRET, SECRET, Set.of()),
                new Action.Reject(SECRET),
                new Action.Dissatisfied(new Rating(Solved.NO, Satisfaction.values()[0]), SECRET, SECRET),
                new Action.Reopen(true, SECRET),
                new Action.Locate(
                        new Submission.Place(Optional.of(new GridId("g01")), SECRET, SECRET), Optional.empty()));
    }

    private static Deferral deferral() {
        return new Deferral(Deferral.Reason.values()[0], SECRET, SECRET, SECRET, DAY);
    }
}
