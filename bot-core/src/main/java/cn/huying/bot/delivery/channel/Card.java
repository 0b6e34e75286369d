package cn.huying.bot.delivery.channel;

import java.util.List;

/**
 * A card as a worker sees it.
 *
 * @param task names the card in every tap on it; the platform takes each only once
 * @param buttons at most six; none when there is nothing to tap
 */
public record Card(String task, String title, String status, List<Fact> facts, String link, List<Button> buttons) {
    /** A line of the card: what it is, and its value. */
    public record Fact(String name, String value) {}

    /**
     * A button.
     *
     * @param key what a tap on it sends back
     * @param link what it opens instead; empty for a button that sends
     */
    public record Button(String key, String label, String link) {}

    public Card {
        facts = List.copyOf(facts);
        buttons = List.copyOf(buttons);
    }
}
