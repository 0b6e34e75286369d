package cn.huying.bot.resident;

/**
 * Where a resident said to live: {@code compound/building/unit} with trailing parts missing, in the ids of the grid files. A full address
 * is direct personal data: sealed at rest, never logged.
 */
public record Home(String place) {
    @Override
    public String toString() {
        return "***";
    }
}
