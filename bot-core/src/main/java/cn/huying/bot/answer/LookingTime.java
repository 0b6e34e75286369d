package cn.huying.bot.answer;

/**
 * How much time closer looks may take: a share of the time that passes, saved up for a while. Where few questions are asked, every one that needs a
 * closer look gets it; under a load the machine can hardly carry, looks make way for messages, because the clock of a look also runs while it waits
 * for a processor.
 */
final class LookingTime {
    /** Of the time that passes. */
    private final double share;

    private final long most;
    private long left;
    private long lastEarned;

    /**
     * @param share of one processor's time; above 1 where looks may take more than one
     * @param most nanoseconds of looking that are saved up, and there at the beginning
     */
    LookingTime(double share, long most, long now) {
        this.share = share;
        this.most = most;
        this.left = most;
        this.lastEarned = now;
    }

    /** Whether there is time for another look; it is only spent when the look was taken. */
    synchronized boolean remains(long now) {
        left = Math.min(most, left + (long) (share * (now - lastEarned)));
        lastEarned = now;
        return left > 0;
    }

    synchronized void spend(long nanoseconds) {
        left -= nanoseconds;
    }
}
