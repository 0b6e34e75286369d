package cn.huying.api.simulator.feed;

import java.time.Instant;
import java.util.List;

/**
 * A card as it stands on a worker's phone now.
 *
 * @param task the card's own name, which every tap carries
 * @param replaced what stands in the place of the buttons; empty while they can be tapped
 */
public record WorkCard(
        long id,
        String worker,
        String task,
        Instant at,
        String title,
        String status,
        List<Fact> facts,
        String link,
        List<Button> buttons,
        String replaced) {
    public record Fact(String name, String value) {}

    /** @param key what a tap sends; empty for a button that opens @param link instead */
    public record Button(String key, String text, String link) {}

    public WorkCard {
        facts = List.copyOf(facts);
        buttons = List.copyOf(buttons);
    }

    public WorkCard showing(WorkCard face) {
        return new WorkCard(id, worker, task, at, face.title, face.status, face.facts, face.link, face.buttons, "");
    }

    public WorkCard replacedBy(String words) {
        return new WorkCard(id, worker, task, at, title, status, facts, link, buttons, words);
    }

    public boolean offers(String key) {
        return replaced.isEmpty()
                && buttons.stream()
                        .anyMatch(button -> !key.isEmpty() && button.key().equals(key));
    }
}
