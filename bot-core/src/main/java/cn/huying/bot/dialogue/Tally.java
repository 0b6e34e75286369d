package cn.huying.bot.dialogue;

/** Counts what messages came to. Called once for every message that was handled, never for a repeated delivery. */
@FunctionalInterface
public interface Tally {
    void handled(Outcome outcome);
}
