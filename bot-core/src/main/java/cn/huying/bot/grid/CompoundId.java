package cn.huying.bot.grid;

/** A compound as its file names it, for example {@code xingfuli}. */
public record CompoundId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
