package cn.huying.bot.request.action;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.Submission.Place;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something somebody does to a request, with the words and things that belong to it. */
public sealed interface Action {
    default Verb verb() {
        return Trace.verb(this);
    }

    /** What of it may be counted and read by staff anywhere. */
    default String code() {
        return Trace.code(this);
    }

    /** What of it is personal, or may be. */
    default String note() {
        return Trace.note(this);
    }

    /** How it can be seen that it is done, for staff alone: the resident is told the {@link #note}. */
    default String proof() {
        return this instanceof Resolve resolve ? resolve.evidence() : "";
    }

    /** For those that hold words: printed by mistake they tell nothing but what was done. */
    private static String silent(Action action) {
        return action.verb() + "[***]";
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
    }

    /** @param screened whether the words went through the emergency screen */
    record Submit(boolean screened) implements Action {}

    /**
     * Exactly one rule fired: it named this unit.
     *
     * @param copies whose groups are told as well
     */
    record AutoDispatch(Unit unit, List<GridId> copies) implements Action {
        public AutoDispatch {
            copies = List.copyOf(copies);
        }

        public AutoDispatch(Unit unit) {
            this(unit, List.of());
        }
    }

    /** @param reason why no machine could decide, as a code */
    record ToTriage(String reason) implements Action {}

    record Dispatch(Unit unit) implements Action {}

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
        public String toString() {
            return silent(this);
        }
    }

    record Merge(RequestId main) implements Action {}

    record AskInfo(String question) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    /** Anything the resident says to a request that waits for an answer. */
    record Answer(String words) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    /** Anything the resident says to a request that was closed because the answer did not come. */
    record Wake(String words) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    /** More about a request that is being worked on, in the resident's words. */
    record Add(String words) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    record Return(String evidence) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    /** @param leaveBy the adjudicator who allowed it */
    record ReturnLate(String evidence, String leaveBy) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    record Redirect(Unit unit) implements Action {}

    record SignTimeout(Unit standIn) implements Action {}

    /** @param reached false only after three attempts failed */
    record Contact(String channel, boolean reached, String outcome) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    /** An attempt to reach the resident that failed. */
    record MissContact(String channel) implements Action {}

    /** @param on the date the resident is told */
    record Schedule(Instant on) implements Action {}

    record HandOverExternal(String reference) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    record Split(List<RequestId> children) implements Action {
        public Split {
            children = List.copyOf(children);
        }
    }

    /** @param askedBy the unit that asked for it; whoever does it grants it */
    record Extend(Instant until, String askedBy, String reason) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    record AskDefer(Deferral deferral) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    record RefuseDefer(String reason) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    record KeepDeferred(Instant reviewOn) implements Action {}

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
        public String toString() {
            return silent(this);
        }
    }

    /** The reviewer sends it back. */
    record Reject(String reason) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    /** The resident says that it is done. */
    record Satisfied(Rating rating) implements Action {}

    /** The resident says that it is not: not solved, or solved but not satisfied. */
    record Dissatisfied(Rating rating, String reason, String words) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    /** @param sameMatter whether it is the matter that was closed; another one becomes a new request */
    record Reopen(boolean sameMatter, String words) implements Action {
        @Override
        public String toString() {
            return silent(this);
        }
    }

    /** @param calledBack whether somebody has spoken with the resident about it */
    record Withdraw(boolean calledBack) implements Action {}

    /** The limit is over: the next level watches. */
    record TurnRed(Unit supervisor) implements Action {}

    /** The limit is long over: the next level leads; the first receiver goes on writing to the resident. */
    record LeadUp(Unit superior) implements Action {}

    /** @param households how many households say the same */
    record ProposeTaskForce(int households) implements Action {}

    /**
     * The place became known after the request was submitted, as with an emergency that could not wait for it.
     *
     * @param unit who is responsible there, for a request nobody has signed for
     * @param copies whose groups are told as well
     */
    record Locate(Place place, Optional<Unit> unit, List<GridId> copies) implements Action {
        public Locate {
            copies = List.copyOf(copies);
        }

        public Locate(Place place, Optional<Unit> unit) {
            this(place, unit, List.of());
        }

        @Override
        public String toString() {
            return silent(this);
        }
    }
}
