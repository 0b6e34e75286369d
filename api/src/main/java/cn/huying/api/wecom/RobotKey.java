package cn.huying.api.wecom;

/** The key in a group robot's webhook address. Whoever has it can post into the group, so it prints itself as stars. */
public record RobotKey(String value) {
    private static final int LONGEST = 64;

    public RobotKey {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(RobotKey::allowed)) {
            throw new IllegalArgumentException("not a robot key");
        }
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    @Override
    public String toString() {
        return "***";
    }
}
