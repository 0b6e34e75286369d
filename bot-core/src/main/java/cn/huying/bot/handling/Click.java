package cn.huying.bot.handling;

import cn.huying.bot.handling.lifecycle.Tap;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.staff.WorkerId;
import java.util.Optional;

/**
 * A tap on a card, as the platform reports it.
 *
 * @param seen how many lines the request's history had when the card was sent
 * @param code with which the tapped card can be updated once; empty when the platform gave none
 * @param via the same for every report of this tap, and for no other
 */
public record Click(RequestId request, int seen, WorkerId worker, Tap tap, String code, String via) {
    /** A card's task: the request, and how long its history was. */
    public record Task(RequestId request, int seen) {}

    private static final int ID_LENGTH = 32;
    private static final int MOST_DIGITS = 6;

    /** Empty for a card that is none of ours. */
    public static Optional<Task> task(String task) {
        boolean ours = task.length() > ID_LENGTH + 2 && task.charAt(ID_LENGTH) == '-' && task.endsWith("c");
        String digits = ours ? task.substring(ID_LENGTH + 1, task.length() - 1) : "";
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Task(new RequestId(task.substring(0, ID_LENGTH)), Integer.parseInt(digits)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
