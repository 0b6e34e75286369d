package cn.huying.api.simulator.platform;

import cn.huying.api.simulator.feed.WorkCard;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a template card out of a call, as strictly as the platform does. */
public final class CardReader {
    private static final Set<String> TYPES = Set.of("button_interaction", "text_notice");
    private static final int MOST_BUTTONS = 6;
    private static final int MOST_FACTS = 6;
    private static final int LONGEST_TASK = 128;
    private static final int LONGEST_KEY = 1_024;

    private CardReader() {}

    /** {@link Answer#OK} when the card would be shown. */
    public static Answer check(JsonNode card) {
        String type = card.path("card_type").asString("");
        if (!TYPES.contains(type)) {
            return Answer.error(40008, "invalid card_type");
        }
        if (text(card.path("main_title"), "title").isEmpty()) {
            return Answer.error(40035, "missing main_title.title");
        }
        if (card.path("horizontal_content_list").size() > MOST_FACTS) {
            return Answer.error(40058, "horizontal_content_list exceed max size 6");
        }
        boolean opens = card.path("card_action").path("type").asInt(0) == 1
                && !text(card.path("card_action"), "url").isEmpty();
        if (type.equals("text_notice")) {
            return opens ? Answer.OK : Answer.error(40035, "missing card_action");
        }
        return checkButtons(card.path("button_list"));
    }

    private static Answer checkButtons(JsonNode buttons) {
        if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
            return Answer.error(40058, "button_list size must be 1 to 6");
        }
        for (JsonNode button : buttons) {
            boolean opens = button.path("type").asInt(0) == 1;
            String target = text(button, opens ? "url" : "key");
            if (text(button, "text").isEmpty() || target.isEmpty() || target.length() > LONGEST_KEY) {
                return Answer.error(40035, "invalid button");
            }
        }
        return Answer.OK;
    }

    /** Digits, letters and {@code _-@}, at most 128. */
    public static boolean isTask(String task) {
        return !task.isEmpty()
                && task.length() <= LONGEST_TASK
                && task.chars()
                        .allMatch(c -> (c >= '0' && c <= '9')
                                || (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || c == '_'
                                || c == '-'
                                || c == '@');
    }

    public static WorkCard read(long id, String worker, String task, Instant at, JsonNode card) {
        List<WorkCard.Fact> facts = card.path("horizontal_content_list")
                .valueStream()
                .map(fact -> new WorkCard.Fact(text(fact, "keyname"), text(fact, "value")))
                .toList();
        List<WorkCard.Button> buttons = card.path("button_list")
                .valueStream()
                .map(button -> new WorkCard.Button(text(button, "key"), text(button, "text"), text(button, "url")))
                .toList();
        JsonNode title = card.path("main_title");
        String link = text(card.path("card_action"), "url");
        return new WorkCard(id, worker, task, at, text(title, "title"), text(title, "desc"), facts, link, buttons, "");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
