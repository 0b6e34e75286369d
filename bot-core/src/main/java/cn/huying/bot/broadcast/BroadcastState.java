package cn.huying.bot.broadcast;

/** Where a broadcast stands. */
public enum BroadcastState {
    /** Being written. */
    DRAFT,
    /** Waiting for a second person. */
    SUBMITTED,
    /** Approved; who gets it is being written down. */
    APPROVED,
    SENDING,
    /** Stopped by a person, to go on later. */
    PAUSED,
    /** Everyone meant was tried. */
    DONE,
    /** Stopped for good: by a person, or by an alert that replaced or lifted it. */
    CANCELLED,
    /** Its time was over before everyone was tried. */
    EXPIRED;

    /** Nothing will be sent any more. */
    public boolean isEnded() {
        return switch (this) {
            case DONE, CANCELLED, EXPIRED -> true;
            case DRAFT, SUBMITTED, APPROVED, SENDING, PAUSED -> false;
        };
    }

    /** Still the author's to change, and nobody was told anything. */
    public boolean isUnapproved() {
        return switch (this) {
            case DRAFT, SUBMITTED -> true;
            case APPROVED, SENDING, PAUSED, DONE, CANCELLED, EXPIRED -> false;
        };
    }
}
