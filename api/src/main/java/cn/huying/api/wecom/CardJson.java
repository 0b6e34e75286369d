package cn.huying.api.wecom;

import cn.huying.bot.delivery.channel.Card;
import cn.huying.bot.staff.WorkerId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes cards as the platform wants them: with buttons an interactive card, without any a notice. */
final class CardJson {
    private static final String PRODUCT = "呼应";
    private static final int SENDS = 0;
    private static final int OPENS = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final int agentId;

    CardJson(int agentId) {
        this.agentId = agentId;
    }

    String message(WorkerId to, Card card) {
        Map<String, Object> face = face(card);
        face.put("task_id", card.task());
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("touser", to.value());
        message.put("msgtype", "template_card");
        message.put("agentid", agentId);
        message.put("template_card", face);
        return JSON.writeValueAsString(message);
    }

    String update(WorkerId to, String code, Card card) {
        Map<String, Object> update = new LinkedHashMap<>();
        update.put("userids", List.of(to.value()));
        update.put("agentid", agentId);
        update.put("response_code", code);
        update.put("template_card", face(card));
        return JSON.writeValueAsString(update);
    }

    private static Map<String, Object> face(Card card) {
        Map<String, Object> face = new LinkedHashMap<>();
        face.put("card_type", card.buttons().isEmpty() ? "text_notice" : "button_interaction");
        face.put("source", Map.of("desc", PRODUCT));
        face.put("main_title", Map.of("title", card.title(), "desc", card.status()));
        face.put(
                "horizontal_content_list",
                card.facts().stream()
                        .map(fact -> Map.of("keyname", fact.name(), "value", fact.value()))
                        .toList());
        face.put("card_action", Map.of("type", OPENS, "url", card.link()));
        if (!card.buttons().isEmpty()) {
            face.put(
                    "button_list", card.buttons().stream().map(CardJson::button).toList());
        }
        return face;
    }

    private static Map<String, Object> button(Card.Button button) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", button.label());
        json.put("type", button.link().isEmpty() ? SENDS : OPENS);
        json.put(button.link().isEmpty() ? "key" : "url", button.link().isEmpty() ? button.key() : button.link());
        return json;
    }
}
