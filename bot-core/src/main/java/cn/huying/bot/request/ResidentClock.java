package cn.huying.bot.request;

/** What the resident's time limit does in a state. */
public enum ResidentClock {
    NOT_STARTED(false),
    RUNS(true),
    /** Runs against the date the resident was promised. */
    RUNS_TO_PROMISE(true),
    /** Waits for the resident. */
    PAUSED(false),
    STOPPED(false),
    /** The clock of the follow-up, no longer that of the matter. */
    FOLLOW_UP(false),
    FOLLOWS_MAIN(false),
    ENDED(false);

    private final boolean running;

    ResidentClock(boolean running) {
        this.running = running;
    }

    public boolean isRunning() {
        return running;
    }
}
