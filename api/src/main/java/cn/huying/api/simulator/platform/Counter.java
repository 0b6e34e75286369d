package cn.huying.api.simulator.platform;

import cn.huying.api.simulator.feed.Journal;
import cn.huying.api.simulator.feed.Mask;
import cn.huying.api.simulator.town.Clerk;
import cn.huying.knowledge.load.Characters;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What all doors of the platform do alike: take a call when it is its turn, read it, write it into the journal. */
public final class Counter {
    private static final int LONGEST_DETAIL = 1_200;

    private final Journal journal;
    private final JsonMapper json;
    private final Clerk clerk;

    public Counter(Journal journal, JsonMapper json, Clerk clerk) {
        this.journal = journal;
        this.json = json;
        this.clerk = clerk;
    }

    Mono<Map<String, Object>> serve(Supplier<Map<String, Object>> call) {
        return clerk.ask(call);
    }

    /** The object in a body; empty when it is none. */
    Optional<ObjectNode> parse(@Nullable String body) {
        try {
            return body != null && json.readTree(body) instanceof ObjectNode node
                    ? Optional.of(node)
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    Map<String, Object> record(String method, String path, Answer answer, String detail) {
        journal.received(method, path, answer.code(), answer.message(), detail);
        return answer.body();
    }

    /** A call as it may be looked at. */
    static String shown(Optional<ObjectNode> call) {
        if (call.isEmpty()) {
            return "";
        }
        ObjectNode node = call.get();
        if (node.has("secret")) {
            node.put("secret", "•••");
        }
        if (node.has("response_code")) {
            node.put("response_code", Mask.ends(text(node, "response_code")));
        }
        if (node.has("touser") && !node.has("agentid")) {
            node.put("touser", Mask.ends(text(node, "touser")));
        }
        return Characters.shortened(node.toPrettyString(), LONGEST_DETAIL);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
