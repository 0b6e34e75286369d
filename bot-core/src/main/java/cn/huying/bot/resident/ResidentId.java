package cn.huying.bot.resident;

/** A person, independent of the channels the person writes through. Random or derived, 32 hexadecimal digits. */
public record ResidentId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
