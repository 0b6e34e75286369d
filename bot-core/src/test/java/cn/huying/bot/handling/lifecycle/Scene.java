package cn.huying.bot.handling.lifecycle;

import static cn.huying.bot.request.Sample.COMMUNITY;
import static cn.huying.bot.request.Sample.GRID;
import static cn.huying.bot.request.Sample.OTHER_GRID;
import static cn.huying.bot.request.Sample.SUBDISTRICT;
import static cn.huying.bot.request.Sample.T0;

import cn.huying.bot.request.Actor;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.request.action.Deferral;
import cn.huying.bot.request.action.Rating;
import cn.huying.bot.request.action.Rating.Satisfaction;
import cn.huying.bot.request.action.Rating.Solved;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request in a state, and an action that meets every condition at a moment after it came there. */
public record Scene(ServiceRequest request, Action action, Duration later) {
    static final Rating GOOD = new Rating(Solved.YES, Satisfaction.SATISFIED);

    public static Scene of(Verb verb, RequestState state) {
        return new Scene(request(verb, state), action(verb), later(verb));
    }

    public static Action action(Verb verb) {
        return switch (verb) {
            case SUBMIT -> new Action.Submit(true);
            case AUTO_DISPATCH -> new Action.AutoDispatch(GRID);
            case TO_TRIAGE -> new Action.ToTriage("no_rule");
            case DISPATCH -> new Action.Dispatch(GRID);
            case DECLINE -> new Action.Decline(Action.Decline.Reason.COURT, "向区法院起诉");
            case MERGE -> new Action.Merge(Sample.id(2, 2));
            case ASK_INFO -> new Action.AskInfo("是哪一盏灯？");
            case ANSWER -> new Action.Answer("楼梯口那盏");
            case WAKE -> new Action.Wake("在呢");
            case ADD -> new Action.Add("三楼也不亮");
            case RETURN -> new Action.Return("属于市政路灯");
            case RETURN_LATE -> new Action.ReturnLate("属于市政路灯", "adjudicator1");
            case REDIRECT -> new Action.Redirect(OTHER_GRID);
            case SIGN_TIMEOUT -> new Action.SignTimeout(OTHER_GRID);
            case CONTACT -> new Action.Contact("phone", true, "已约明天上门");
            case MISS_CONTACT -> new Action.MissContact("phone");
            case SCHEDULE -> new Action.Schedule(T0.plus(Duration.ofDays(30)));
            case HAND_OVER_EXTERNAL -> new Action.HandOverExternal("12345-20261121-1");
            case SPLIT -> new Action.Split(List.of(Sample.id(1, 11), Sample.id(1, 12)));
            case EXTEND -> new Action.Extend(T0.plus(Duration.ofDays(10)), "g3", "等配件");
            case ASK_DEFER -> new Action.AskDefer(deferral());
            case REFUSE_DEFER -> new Action.RefuseDefer("条件已具备");
            case KEEP_DEFERRED -> new Action.KeepDeferred(T0.plus(Duration.ofDays(60)));
            case RESOLVE -> new Action.Resolve("FIXED", "灯已换好", "photo-1", Set.of());
            case REJECT -> new Action.Reject("照片看不清");
            case SATISFIED -> new Action.Satisfied(GOOD);
            case UNSOLVED -> new Action.Dissatisfied(new Rating(Solved.NO, Satisfaction.NOT), "not_done", "还是不亮");
            case UNSATISFIED -> new Action.Dissatisfied(new Rating(Solved.PARTLY, Satisfaction.NOT), "late", "太慢了");
            case REOPEN -> new Action.Reopen(true, "又不亮了");
            case WITHDRAW -> new Action.Withdraw(false);
            case TURN_RED -> new Action.TurnRed(COMMUNITY);
            case LEAD_UP -> new Action.LeadUp(SUBDISTRICT);
            case PROPOSE_TASK_FORCE -> new Action.ProposeTaskForce(5);
            case LOCATE -> new Action.Locate(Sample.place(), Optional.empty());
            case SIGN,
                    UPHOLD,
                    ESCALATE,
                    URGE,
                    APPROVE_DEFER,
                    RESUME,
                    SAMPLE,
                    SURVEY,
                    PASS,
                    NO_ANSWER_7D,
                    TAKE_UP,
                    APPEAL,
                    INFO_TIMEOUT,
                    REMIND,
                    NUDGE,
                    TURN_YELLOW -> new Action.Plain(verb);
        };
    }

    public static Deferral deferral() {
        return new Deferral(Deferral.Reason.BUDGET_YEAR, "file-1", "列入明年预算", "李书记", T0.plus(Duration.ofDays(30)));
    }

    private static Duration later(Verb verb) {
        return switch (verb) {
            case RETURN -> Duration.ofHours(1);
            case SIGN_TIMEOUT, NUDGE -> Duration.ofDays(1);
            case INFO_TIMEOUT -> Duration.ofDays(5);
            case TURN_YELLOW -> Duration.ofDays(6);
            case NO_ANSWER_7D, TURN_RED -> Duration.ofDays(7);
            case LEAD_UP -> Duration.ofDays(8);
            case RESUME, KEEP_DEFERRED -> Duration.ofDays(30);
            default -> Duration.ofHours(2);
        };
    }

    private static ServiceRequest request(Verb verb, RequestState state) {
        ServiceRequest request = Sample.in(state);
        if (state == RequestState.DEFERRED || state == RequestState.DEFER_PENDING) {
            request = Sample.standing(
                    request,
                    request.standing().with(request.standing().due().reviewedOn(T0.plus(Duration.ofDays(30)))));
        }
        return verb == Verb.WAKE && state == RequestState.CLOSED ? closedForSilence(request) : request;
    }

    private static ServiceRequest closedForSilence(ServiceRequest closed) {
        ServiceRequest asked = Sample.in(RequestState.NEEDS_INFO);
        ServiceRequest silent = Sample.with(
                asked,
                Sample.event(T0, Actor.system(), Verb.INFO_TIMEOUT, RequestState.NEEDS_INFO, RequestState.CLOSED, ""));
        return Sample.standing(silent, closed.standing());
    }
}
