package cn.huying.bot.request;

import cn.huying.bot.message.InboxId;
import cn.huying.bot.resident.ResidentId;
import cn.huying.bot.taxonomy.Level;

/**
 * Who does something to a request, in which role. Whether a person may take that role for this request is decided before: here it is taken
 * at its word.
 *
 * @param id the staff id or the resident's id; "system" for the system
 * @param level from where in the organisation staff act
 * @param via what the deed came by (a message, a click), as a hash; empty when it came by nothing that can come twice
 */
public record Actor(Role role, String id, Level level, String via) {
    /** The roles the life cycle tells apart. */
    public enum Role {
        RESIDENT,
        /** Writes for somebody else: a relative, a neighbour. */
        PROXY,
        /** A grid worker who writes down what was told at the door. */
        WORKER,
        /** A file from another system. */
        IMPORTER,
        SYSTEM,
        DISPATCHER,
        /** Speaks for the unit a request was sent to. */
        UNIT,
        /** Does the work and talks with the resident. */
        HANDLER,
        /** Decides whether a return is justified. */
        ADJUDICATOR,
        SECRETARY,
        /** Leads a request that several units share. */
        LEAD,
        SUPERVISOR,
        /** One level above the unit. */
        SUPERIOR,
        /** Approves or refuses a deferral: the subdistrict or above. */
        APPROVER,
        /** Answers for a deferred request. */
        OWNER,
        REVIEWER,
        /** Calls residents for the follow-up. */
        CALLER;

        public boolean isStaff() {
            return this != RESIDENT && this != PROXY && this != IMPORTER && this != SYSTEM;
        }
    }

    public static Actor system() {
        return new Actor(Role.SYSTEM, "system", Level.GRID, "");
    }

    public static Actor resident(ResidentId resident) {
        return new Actor(Role.RESIDENT, resident.value(), Level.GRID, "");
    }

    public static Actor staff(Role role, String id, Level level) {
        return new Actor(role, id, level, "");
    }

    /** The same deed by the same message counts once, however often the message is handled. */
    public Actor via(InboxId message) {
        return new Actor(role, id, level, RequestId.of(message, 0).value());
    }

    /** Whether that event is this actor's deed, already done. */
    public boolean did(RequestEvent event, Verb verb) {
        return !via.isEmpty() && event.verb() == verb && event.actor().via().equals(via);
    }
}
