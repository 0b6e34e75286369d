package cn.huying.bot.request.action;

import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action.Add;
import cn.huying.bot.request.action.Action.Answer;
import cn.huying.bot.request.action.Action.AskDefer;
import cn.huying.bot.request.action.Action.AskInfo;
import cn.huying.bot.request.action.Action.AutoDispatch;
import cn.huying.bot.request.action.Action.Contact;
import cn.huying.bot.request.action.Action.Decline;
import cn.huying.bot.request.action.Action.Dispatch;
import cn.huying.bot.request.action.Action.Dissatisfied;
import cn.huying.bot.request.action.Action.Extend;
import cn.huying.bot.request.action.Action.HandOverExternal;
import cn.huying.bot.request.action.Action.KeepDeferred;
import cn.huying.bot.request.action.Action.LeadUp;
import cn.huying.bot.request.action.Action.Locate;
import cn.huying.bot.request.action.Action.Merge;
import cn.huying.bot.request.action.Action.MissContact;
import cn.huying.bot.request.action.Action.Plain;
import cn.huying.bot.request.action.Action.ProposeTaskForce;
import cn.huying.bot.request.action.Action.Redirect;
import cn.huying.bot.request.action.Action.RefuseDefer;
import cn.huying.bot.request.action.Action.Reject;
import cn.huying.bot.request.action.Action.Reopen;
import cn.huying.bot.request.action.Action.Resolve;
import cn.huying.bot.request.action.Action.Return;
import cn.huying.bot.request.action.Action.ReturnLate;
import cn.huying.bot.request.action.Action.Satisfied;
import cn.huying.bot.request.action.Action.Schedule;
import cn.huying.bot.request.action.Action.SignTimeout;
import cn.huying.bot.request.action.Action.Split;
import cn.huying.bot.request.action.Action.Submit;
import cn.huying.bot.request.action.Action.ToTriage;
import cn.huying.bot.request.action.Action.TurnRed;
import cn.huying.bot.request.action.Action.Wake;
import cn.huying.bot.request.action.Action.Withdraw;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the history keeps of an action: its name, what of it may be counted, and its words. */
final class Trace {
    private Trace() {}

    static Verb verb(Action action) {
        return switch (action) {
            case Plain(Verb verb) -> verb;
            case Submit _ -> Verb.SUBMIT;
            case AutoDispatch _ -> Verb.AUTO_DISPATCH;
            case ToTriage _ -> Verb.TO_TRIAGE;
            case Dispatch _ -> Verb.DISPATCH;
            case Decline _ -> Verb.DECLINE;
            case Merge _ -> Verb.MERGE;
            case AskInfo _ -> Verb.ASK_INFO;
            case Answer _ -> Verb.ANSWER;
            case Wake _ -> Verb.WAKE;
            case Add _ -> Verb.ADD;
            case Return _ -> Verb.RETURN;
            case ReturnLate _ -> Verb.RETURN_LATE;
            case Redirect _ -> Verb.REDIRECT;
            case SignTimeout _ -> Verb.SIGN_TIMEOUT;
            case Contact _ -> Verb.CONTACT;
            case MissContact _ -> Verb.MISS_CONTACT;
            case Schedule _ -> Verb.SCHEDULE;
            case HandOverExternal _ -> Verb.HAND_OVER_EXTERNAL;
            case Split _ -> Verb.SPLIT;
            case Extend _ -> Verb.EXTEND;
            case AskDefer _ -> Verb.ASK_DEFER;
            case RefuseDefer _ -> Verb.REFUSE_DEFER;
            case KeepDeferred _ -> Verb.KEEP_DEFERRED;
            case Resolve _ -> Verb.RESOLVE;
            case Reject _ -> Verb.REJECT;
            case Satisfied _ -> Verb.SATISFIED;
            case Reopen _ -> Verb.REOPEN;
            case Withdraw _ -> Verb.WITHDRAW;
            case TurnRed _ -> Verb.TURN_RED;
            case LeadUp _ -> Verb.LEAD_UP;
            case ProposeTaskForce _ -> Verb.PROPOSE_TASK_FORCE;
            case Locate _ -> Verb.LOCATE;
            case Dissatisfied a -> a.rating().solved() == Rating.Solved.NO ? Verb.UNSOLVED : Verb.UNSATISFIED;
        };
    }

    static String code(Action action) {
        return switch (action) {
            case AutoDispatch a -> a.unit().grid().value();
            case ToTriage a -> a.reason();
            case Dispatch a -> a.unit().grid().value();
            case Decline a -> a.reason().name().toLowerCase(Locale.ROOT);
            case Merge a -> a.main().value();
            case ReturnLate a -> a.leaveBy();
            case Redirect a -> a.unit().grid().value();
            case SignTimeout a -> a.standIn().grid().value();
            case Contact a -> a.channel() + (a.reached() ? "" : ",missed");
            case MissContact a -> a.channel();
            case Schedule a -> a.on().toString();
            case HandOverExternal a -> a.reference();
            case Split a -> a.children().stream().map(RequestId::value).collect(Collectors.joining(","));
            case Extend a -> a.askedBy();
            case AskDefer a -> a.deferral().reason().name().toLowerCase(Locale.ROOT);
            case KeepDeferred a -> a.reviewOn().toString();
            case Resolve a -> a.resolution();
            case Satisfied a -> a.rating().code();
            case Dissatisfied a -> a.rating().code() + ',' + a.reason();
            case TurnRed a -> a.supervisor().grid().value();
            case LeadUp a -> a.superior().grid().value();
            case ProposeTaskForce a -> String.valueOf(a.households());
            case Locate a ->
                a.unit().map(responsible -> responsible.grid().value()).orElse("");
            case Plain _,
                    Submit _,
                    AskInfo _,
                    Answer _,
                    Wake _,
                    Add _,
                    Return _,
                    RefuseDefer _,
                    Reject _,
                    Reopen _,
                    Withdraw _ -> "";
        };
    }

    static String note(Action action) {
        return switch (action) {
            case Decline a -> a.alternative();
            case AskInfo a -> a.question();
            case Answer a -> a.words();
            case Wake a -> a.words();
            case Add a -> a.words();
            case Return a -> a.evidence();
            case ReturnLate a -> a.evidence();
            case Contact a -> a.outcome();
            case Extend a -> a.reason();
            case AskDefer a -> a.deferral().words();
            case RefuseDefer a -> a.reason();
            case Resolve a -> a.reply();
            case Reject a -> a.reason();
            case Dissatisfied a -> a.words();
            case Reopen a -> a.words();
            case Plain _,
                    Submit _,
                    AutoDispatch _,
                    ToTriage _,
                    Dispatch _,
                    Merge _,
                    Redirect _,
                    SignTimeout _,
                    MissContact _,
                    Schedule _,
                    HandOverExternal _,
                    Split _,
                    KeepDeferred _,
                    Satisfied _,
                    Withdraw _,
                    TurnRed _,
                    LeadUp _,
                    ProposeTaskForce _,
                    Locate _ -> "";
        };
    }
}
