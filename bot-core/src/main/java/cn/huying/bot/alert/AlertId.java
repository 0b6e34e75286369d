package cn.huying.bot.alert;

/** What an issuing authority calls one of its messages: unique together with the sender. */
public record AlertId(String sender, String identifier) {
    private static final int LONGEST = 200;

    public AlertId {
        if (!isFit(sender) || !isFit(identifier)) {
            throw new IllegalArgumentException("not an alert id");
        }
    }

    /** As the standard demands: no spaces, commas, or marks that XML needs for itself. */
    public static boolean isFit(String part) {
        return !part.isEmpty() && part.length() <= LONGEST && part.chars().noneMatch(AlertId::isForbidden);
    }

    private static boolean isForbidden(int c) {
        return c <= ' ' || c == ',' || c == '<' || c == '&' || c == '|' || Character.isISOControl(c);
    }

    /** The id under which stores keep it; a sender has no bar in it. */
    public String key() {
        return sender + '|' + identifier;
    }

    @Override
    public String toString() {
        return key();
    }
}
