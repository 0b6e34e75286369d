package cn.huying.bot.grid;

/** A node of the organisation tree, at any level, as its file names it. Says nothing about a person, so it may be shown and logged. */
public record GridId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
