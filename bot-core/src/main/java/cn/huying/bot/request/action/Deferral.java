package cn.huying.bot.request.action;

import java.time.Instant;

/**
 * Why a lawful request cannot be met now, and what is done about it meanwhile.
 *
 * @param evidence the file that proves it
 * @param responsible who answers for it
 */
public record Deferral(Reason reason, String evidence, String plan, String responsible, Instant reviewOn) {
    /** The only reasons there are. */
    public enum Reason {
        NO_LEGAL_BASIS,
        BUDGET_YEAR,
        OWNERSHIP_IN_COURT,
        THIRD_PARTY_SCHEDULE,
        SEASON
    }

    /** For the history. */
    String words() {
        return plan + '\n' + responsible + '\n' + evidence;
    }

    @Override
    public String toString() {
        return "Deferral[" + reason + "]";
    }

    public boolean isComplete() {
        return !evidence.isBlank() && !plan.isBlank() && !responsible.isBlank();
    }
}
