package cn.huying.bot.request;

import cn.huying.bot.request.Submission.Place;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Something somebody does to a request, with the words and things that belong to it. */
public sealed interface Action {
    Verb verb();

    /** What of it may be counted and read by staff anywhere. */
    default String code() {
        return "";
    }

    /** What of it is personal, or may be. */
    default String note() {
        return "";
    }

    /** A verb that needs nothing else. */
    record Plain(Verb verb) implements Action {
        private static final Set<Verb> VERBS = EnumSet.of(
                Verb.SIGN,
                Verb.UPHOLD,
                Verb.ESCALATE,
                Verb.URGE,
                Verb.APPROVE_DEFER,
                Verb.RESUME,
                Verb.SAMPLE,
                Verb.SURVEY,
                Verb.PASS,
                Verb.NO_ANSWER_7D,
                Verb.TAKE_UP,
                Verb.APPEAL,
                Verb.INFO_TIMEOUT,
                Verb.REMIND,
                Verb.NUDGE,
                Verb.TURN_YELLOW);

        public Plain {
            if (!VERBS.contains(verb)) {
                throw new IllegalArgumentException(verb + " needs more than its name");
            }
        }

        static Set<Verb> verbs() {
            return EnumSet.copyOf(VERBS);
        }
    }

    /** @param screened whether the words went through the emergency screen */
    record Submit(boolean screened) implements Action {
        @Override
        public Verb verb() {
            return Verb.SUBMIT;
        }
    }

    /** Exactly one rule fired: it named this unit. */
    record AutoDispatch(Unit unit) implements Action {
        @Override
        public Verb verb() {
            return Verb.AUTO_DISPATCH;
        }

        @Override
        public String code() {
            return unit.grid().value();
        }
    }

    /** @param reason why no machine could decide, as a code */
    record ToTriage(String reason) implements Action {
        @Override
        public Verb verb() {
            return Verb.TO_TRIAGE;
        }

        @Override
        public String code() {
            return reason;
        }
    }

    record Dispatch(Unit unit) implements Action {
        @Override
        public Verb verb() {
            return Verb.DISPATCH;
        }

        @Override
        public String code() {
            return unit.grid().value();
        }
    }

    /** @param alternative where the resident can go instead */
    record Decline(Reason reason, String alternative) implements Action {
        /** The only reasons there are. */
        public enum Reason {
            COURT,
            POLICE,
            PETITION,
            SECRET,
            OTHER_AREA
        }

        @Override
        public Verb verb() {
            return Verb.DECLINE;
        }

        @Override
        public String code() {
            return reason.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String note() {
            return alternative;
        }
    }

    record Merge(RequestId main) implements Action {
        @Override
        public Verb verb() {
            return Verb.MERGE;
        }

        @Override
        public String code() {
            return main.value();
        }
    }

    record AskInfo(String question) implements Action {
        @Override
        public Verb verb() {
            return Verb.ASK_INFO;
        }

        @Override
        public String note() {
            return question;
        }
    }

    /** Anything the resident says to a request that waits for an answer. */
    record Answer(String words) implements Action {
        @Override
        public Verb verb() {
            return Verb.ANSWER;
        }

        @Override
        public String note() {
            return words;
        }
    }

    /** Anything the resident says to a request that was closed because the answer did not come. */
    record Wake(String words) implements Action {
        @Override
        public Verb verb() {
            return Verb.WAKE;
        }

        @Override
        public String note() {
            return words;
        }
    }

    record Return(String evidence) implements Action {
        @Override
        public Verb verb() {
            return Verb.RETURN;
        }

        @Override
        public String note() {
            return evidence;
        }
    }

    /** @param leaveBy the adjudicator who allowed it */
    record ReturnLate(String evidence, String leaveBy) implements Action {
        @Override
        public Verb verb() {
            return Verb.RETURN_LATE;
        }

        @Override
        public String code() {
            return leaveBy;
        }

        @Override
        public String note() {
            return evidence;
        }
    }

    record Redirect(Unit unit) implements Action {
        @Override
        public Verb verb() {
            return Verb.REDIRECT;
        }

        @Override
        public String code() {
            return unit.grid().value();
        }
    }

    record SignTimeout(Unit standIn) implements Action {
        @Override
        public Verb verb() {
            return Verb.SIGN_TIMEOUT;
        }

        @Override
        public String code() {
            return standIn.grid().value();
        }
    }

    /** @param reached false only after three attempts failed */
    record Contact(String channel, boolean reached, String outcome) implements Action {
        @Override
        public Verb verb() {
            return Verb.CONTACT;
        }

        @Override
        public String code() {
            return channel + (reached ? "" : ",missed");
        }

        @Override
        public String note() {
            return outcome;
        }
    }

    /** An attempt to reach the resident that failed. */
    record MissContact(String channel) implements Action {
        @Override
        public Verb verb() {
            return Verb.MISS_CONTACT;
        }

        @Override
        public String code() {
            return channel;
        }
    }

    /** @param on the date the resident is told */
    record Schedule(Instant on) implements Action {
        @Override
        public Verb verb() {
            return Verb.SCHEDULE;
        }

        @Override
        public String code() {
            return on.toString();
        }
    }

    record HandOverExternal(String reference) implements Action {
        @Override
        public Verb verb() {
            return Verb.HAND_OVER_EXTERNAL;
        }

        @Override
        public String code() {
            return reference;
        }
    }

    record Split(List<RequestId> children) implements Action {
        public Split {
            children = List.copyOf(children);
        }

        @Override
        public Verb verb() {
            return Verb.SPLIT;
        }

        @Override
        public String code() {
            return children.stream().map(RequestId::value).collect(Collectors.joining(","));
        }
    }

    /** @param askedBy the unit that asked for it; whoever does it grants it */
    record Extend(Instant until, String askedBy, String reason) implements Action {
        @Override
        public Verb verb() {
            return Verb.EXTEND;
        }

        @Override
        public String code() {
            return askedBy;
        }

        @Override
        public String note() {
            return reason;
        }
    }

    record AskDefer(Deferral deferral) implements Action {
        @Override
        public Verb verb() {
            return Verb.ASK_DEFER;
        }

        @Override
        public String code() {
            return deferral.reason().name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String note() {
            return deferral.plan() + '\n' + deferral.responsible() + '\n' + deferral.evidence();
        }
    }

    record RefuseDefer(String reason) implements Action {
        @Override
        public Verb verb() {
            return Verb.REFUSE_DEFER;
        }

        @Override
        public String note() {
            return reason;
        }
    }

    record KeepDeferred(Instant reviewOn) implements Action {
        @Override
        public Verb verb() {
            return Verb.KEEP_DEFERRED;
        }

        @Override
        public String code() {
            return reviewOn.toString();
        }
    }

    /**
     * @param resolution how it ended, as a code
     * @param reply to the resident, in plain words
     * @param evidence a photo's id or a note
     * @param resolvedChildren those of its children that are resolved
     */
    record Resolve(String resolution, String reply, String evidence, Set<RequestId> resolvedChildren)
            implements Action {
        public Resolve {
            resolvedChildren = Set.copyOf(resolvedChildren);
        }

        @Override
        public Verb verb() {
            return Verb.RESOLVE;
        }

        @Override
        public String code() {
            return resolution;
        }

        @Override
        public String note() {
            return reply;
        }
    }

    /** The reviewer sends it back. */
    record Reject(String reason) implements Action {
        @Override
        public Verb verb() {
            return Verb.REJECT;
        }

        @Override
        public String note() {
            return reason;
        }
    }

    /** The resident says that it is done. */
    record Satisfied(Rating rating) implements Action {
        @Override
        public Verb verb() {
            return Verb.SATISFIED;
        }

        @Override
        public String code() {
            return rating.code();
        }
    }

    /** The resident says that it is not: not solved, or solved but not satisfied. */
    record Dissatisfied(Rating rating, String reason, String words) implements Action {
        @Override
        public Verb verb() {
            return rating.solved() == Rating.Solved.NO ? Verb.UNSOLVED : Verb.UNSATISFIED;
        }

        @Override
        public String code() {
            return rating.code() + ',' + reason;
        }

        @Override
        public String note() {
            return words;
        }
    }

    /** @param sameMatter whether it is the matter that was closed; another one becomes a new request */
    record Reopen(boolean sameMatter, String words) implements Action {
        @Override
        public Verb verb() {
            return Verb.REOPEN;
        }

        @Override
        public String note() {
            return words;
        }
    }

    /** @param calledBack whether somebody has spoken with the resident about it */
    record Withdraw(boolean calledBack) implements Action {
        @Override
        public Verb verb() {
            return Verb.WITHDRAW;
        }
    }

    /** The limit is over: the next level watches. */
    record TurnRed(Unit supervisor) implements Action {
        @Override
        public Verb verb() {
            return Verb.TURN_RED;
        }

        @Override
        public String code() {
            return supervisor.grid().value();
        }
    }

    /** The limit is long over: the next level leads; the first receiver goes on writing to the resident. */
    record LeadUp(Unit superior) implements Action {
        @Override
        public Verb verb() {
            return Verb.LEAD_UP;
        }

        @Override
        public String code() {
            return superior.grid().value();
        }
    }

    /** @param households how many households say the same */
    record ProposeTaskForce(int households) implements Action {
        @Override
        public Verb verb() {
            return Verb.PROPOSE_TASK_FORCE;
        }

        @Override
        public String code() {
            return String.valueOf(households);
        }
    }

    /**
     * The place became known after the request was submitted, as with an emergency that could not wait for it.
     *
     * @param unit who is responsible there, for a request nobody has signed for
     */
    record Locate(Place place, Optional<Unit> unit) implements Action {
        @Override
        public Verb verb() {
            return Verb.LOCATE;
        }

        @Override
        public String code() {
            return unit.map(responsible -> responsible.grid().value()).orElse("");
        }
    }
}
