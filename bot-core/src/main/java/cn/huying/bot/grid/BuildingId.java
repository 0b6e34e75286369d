package cn.huying.bot.grid;

/** A building as its file names it, for example {@code xingfuli-3}; stands in the QR code at its door. */
public record BuildingId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
