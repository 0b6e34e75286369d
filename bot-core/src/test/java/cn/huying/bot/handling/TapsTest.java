package cn.huying.bot.handling;

import static cn.huying.bot.handling.CardDesk.DUTY;
import static cn.huying.bot.handling.CardDesk.STAND_IN;
import static cn.huying.bot.handling.CardDesk.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.channel.Card;
import cn.huying.bot.handling.lifecycle.Tap;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.staff.WorkerId;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TapsTest {
    private final CardDesk desk = new CardDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void workerOnDutyShouldGetACardWithNothingOfTheResident() {
        ServiceRequest request = desk.submitted(Tier.P3, false);

        Card card = desk.phones.of(DUTY);
        assertThat(card.toString())
                .contains("幸福里3栋", request.number().toString(), "/worker/requests/" + request.id())
                .doesNotContain("501", "2单元", "138", "三天");
        assertThat(card.buttons()).extracting(Card.Button::key).containsExactly("sign", "return");
        assertThat(desk.phones.shown).containsOnlyKeys(DUTY);
    }

    @Test
    void cardOfAPrivateMatterShouldSayThatThereIsOneAndNoMore() {
        ServiceRequest request = desk.submitted(Tier.P3, true);

        assertThat(desk.phones.of(DUTY).toString())
                .contains("card.title.private", request.number().toString())
                .doesNotContain("路灯", "幸福里");
    }

    @Test
    void tapsShouldLeadFromSigningToTheFormThatEndsIt() {
        ServiceRequest request = desk.submitted(Tier.P3, false);

        assertThat(desk.tap(DUTY, request, Tap.SIGN)).isEqualTo(new Answer.Shown());
        assertThat(desk.now(request.id()).state()).isEqualTo(RequestState.SIGNED);
        assertThat(desk.shownTo(DUTY)).contains("card.status.signed", "who=程小满", "[contact, miss]");

        desk.tap(DUTY, request, Tap.MISS);
        assertThat(desk.now(request.id()).count(Verb.MISS_CONTACT)).isEqualTo(1);

        desk.tap(DUTY, request, Tap.CONTACT);
        assertThat(desk.now(request.id()).state()).isEqualTo(RequestState.IN_PROGRESS);
        assertThat(desk.phones.of(DUTY).buttons())
                .singleElement()
                .extracting(Card.Button::link)
                .isEqualTo("https://huying.example/worker/requests/" + request.id());
    }

    @Test
    void tapReportedAgainShouldBeDoneOnce() {
        ServiceRequest request = desk.submitted(Tier.P3, false);

        assertThat(desk.tap(DUTY, request, Tap.SIGN, "the same")).isEqualTo(new Answer.Shown());
        assertThat(desk.tap(DUTY, request, Tap.SIGN, "the same")).isEqualTo(new Answer.Shown());
        assertThat(desk.now(request.id()).count(Verb.SIGN)).isEqualTo(1);
    }

    @Test
    void secondTapOfTheWinnerShouldNotTakeTheButtonsAway() {
        ServiceRequest request = desk.submitted(Tier.P3, false);

        desk.tap(DUTY, request, Tap.SIGN);
        assertThat(desk.tap(DUTY, request, Tap.SIGN)).isEqualTo(new Answer.Shown());
        assertThat(desk.shownTo(DUTY)).contains("card.status.signed", "[contact, miss]");
    }

    @Test
    void unsignedWorkShouldGoToTheStandInOnceAndTheFirstTapShouldWin() {
        ServiceRequest request = desk.submitted(Tier.P3, false);
        assertThat(desk.supervision.round().block()).isZero();
        desk.clock.pass(Duration.ofDays(1));

        assertThat(desk.supervision.round().block()).isEqualTo(1);
        assertThat(desk.supervision.round().block()).isZero();
        desk.settle();
        assertThat(desk.shownTo(STAND_IN)).contains("card.status.unsigned", "sign");
        assertThat(desk.shownTo(DUTY)).contains("card.status.unsigned");

        assertThat(desk.tap(STAND_IN, request, Tap.SIGN)).isEqualTo(new Answer.Shown());
        assertThat(desk.tap(DUTY, request, Tap.SIGN))
                .isInstanceOfSatisfying(
                        Answer.Told.class, told -> assertThat(told.words()).contains("card.told.taken", "陆采薇"));
        assertThat(desk.now(request.id())
                        .last(Verb.SIGN)
                        .map(RequestEvent::actor)
                        .map(Actor::id))
                .hasValue(STAND_IN.value());
    }

    @Test
    void returnShouldAskForAReasonBeforeItIsOne() {
        ServiceRequest request = desk.submitted(Tier.P3, false);

        desk.tap(DUTY, request, Tap.RETURN);
        assertThat(desk.now(request.id()).state()).isEqualTo(RequestState.DISPATCHED);
        assertThat(desk.shownTo(DUTY)).contains("card.ask.return", "[return_area, return_duty, return_known, stay]");

        desk.tap(DUTY, request, Tap.STAY);
        assertThat(desk.shownTo(DUTY)).contains("[sign, return]");

        desk.tap(DUTY, request, Tap.RETURN);
        desk.tap(DUTY, request, Tap.RETURN_DUTY);
        ServiceRequest returned = desk.now(request.id());
        assertThat(returned.state()).isEqualTo(RequestState.RETURN_PENDING);
        assertThat(returned.history().getLast().note()).startsWith("card.reason.return_duty");
        assertThat(desk.shownTo(DUTY)).contains("card.status.return_pending", "[]");
    }

    @Test
    void returnShouldNotBeOfferedAfterAQuarterOfTheTime() {
        ServiceRequest request = desk.submitted(Tier.P3, false);
        desk.clock.pass(Duration.ofHours(7));

        assertThat(desk.tap(DUTY, request, Tap.RETURN)).isEqualTo(new Answer.Shown());
        assertThat(desk.shownTo(DUTY)).contains("[sign]");
        assertThat(desk.now(request.id()).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void cardFromBeforeARedirectShouldDoNothingMore() {
        ServiceRequest request = desk.submitted(Tier.P3, false);
        desk.tap(DUTY, request, Tap.RETURN_AREA);
        String oldTask = desk.phones.of(DUTY).task();
        Actor adjudicator = Actor.staff(Actor.Role.ADJUDICATOR, "a1", Level.COMMUNITY);
        desk.requests
                .act(request.id(), new Action.Redirect(Sample.OTHER_GRID), adjudicator)
                .block();
        desk.settle();

        assertThat(desk.shownTo(STAND_IN)).contains("card.status.dispatched", "sign");
        int seen = Click.task(oldTask).orElseThrow().seen();
        assertThat(desk.tap(new Click(request.id(), seen, DUTY, Tap.SIGN, "", "late")))
                .isInstanceOf(Answer.Told.class);
        assertThat(desk.now(request.id()).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void strangersAndUnknownRequestsShouldComeToNothing() {
        ServiceRequest request = desk.submitted(Tier.P3, false);
        int seen = request.history().size();

        assertThat(desk.tap(new Click(request.id(), seen, STRANGER, Tap.SIGN, "", "1")))
                .isInstanceOf(Answer.Told.class);
        assertThat(desk.tap(new Click(request.id(), seen, new WorkerId("nobody"), Tap.SIGN, "", "2")))
                .isEqualTo(new Answer.Ignored());
        assertThat(desk.tap(new Click(Sample.id(9, 9), seen, DUTY, Tap.SIGN, "", "3")))
                .isEqualTo(new Answer.Ignored());
        assertThat(desk.now(request.id()).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void whatIsDoneOnThePageShouldShowOnTheCard() {
        ServiceRequest request = desk.submitted(Tier.P3, false);
        Actor handler = Actor.staff(Actor.Role.HANDLER, "elsewhere", Level.GRID);
        desk.tap(DUTY, request, Tap.SIGN);
        desk.tap(DUTY, request, Tap.CONTACT);
        desk.codes
                .keep(request.id().value(), DUTY, desk.phones.code(DUTY), desk.clock.instant())
                .block();

        desk.requests
                .act(request.id(), new Action.Resolve("FIXED", "灯已换好", "照片", Set.of()), handler)
                .block();
        desk.settle();

        assertThat(desk.shownTo(DUTY)).contains("card.status.follow_up", "[]");
    }

    @Test
    void everyButtonShouldBeFoundByItsKeyAndNoOther() {
        for (Tap tap : Tap.values()) {
            assertThat(Tap.ofKey(tap.key())).hasValue(tap);
        }
        assertThat(Tap.ofKey("resolve")).isEmpty();
    }

    @Test
    void onlyOurOwnTasksShouldBeRead() {
        String id = "0".repeat(32);
        assertThat(Click.task(id + "-17c"))
                .hasValueSatisfying(task -> assertThat(task.seen()).isEqualTo(17));
        assertThat(Click.task("")).isEmpty();
        assertThat(Click.task(id + "-c")).isEmpty();
        assertThat(Click.task(id + "-1234567c")).isEmpty();
        assertThat(Click.task(id + "-1xc")).isEmpty();
        assertThat(Click.task("x".repeat(32) + "-1c")).isEmpty();
    }
}
