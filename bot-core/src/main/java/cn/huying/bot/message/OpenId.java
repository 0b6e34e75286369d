package cn.huying.bot.message;

/** A resident's id within one account: 20 to 64 of {@code A–Z a–z 0–9 _ -}. Links to a person, so it prints itself as stars. */
public record OpenId(String value) {
    private static final int SHORTEST = 20;
    private static final int LONGEST = 64;

    public OpenId {
        if (!isOpenId(value)) {
            throw new IllegalArgumentException("not an openid");
        }
    }

    public static boolean isOpenId(String value) {
        return value.length() >= SHORTEST
                && value.length() <= LONGEST
                && value.chars().allMatch(OpenId::allowed);
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    @Override
    public String toString() {
        return "***";
    }
}
