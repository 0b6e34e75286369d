package cn.huying.bot.message;

/** The official account a message came to, as WeChat names it ({@code wx…}). */
public record AppId(String value) {
    public AppId {
        if (value.isEmpty() || value.length() > 64) {
            throw new IllegalArgumentException("app id of " + value.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
