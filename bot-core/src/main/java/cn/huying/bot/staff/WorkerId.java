package cn.huying.bot.staff;

/** A worker's account: what he or she signs in with, and the member's id in WeCom. */
public record WorkerId(String value) {
    private static final int LONGEST = 64;

    public WorkerId {
        if (!isWorkerId(value)) {
            throw new IllegalArgumentException("not a worker's id");
        }
    }

    public static boolean isWorkerId(String value) {
        return !value.isEmpty() && value.length() <= LONGEST && value.chars().allMatch(WorkerId::allowed);
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '@'
                || c == '.';
    }

    @Override
    public String toString() {
        return value;
    }
}
