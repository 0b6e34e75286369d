package cn.huying.bot.delivery.channel;

import java.util.List;
import java.util.Map;

/**
 * What a worker's card says, by the keys of its words. Holds nothing about a person who asked.
 *
 * @param title the key of the first line
 * @param status the key of the line that says where the matter stands
 * @param params for both, with {@code number}, {@code unit}, {@code place} and {@code link} for the lines between; what is empty is left out
 * @param taps the buttons by name, in their order
 */
public record CardText(String title, String status, Map<String, String> params, List<String> taps) {
    public CardText {
        params = Map.copyOf(params);
        taps = List.copyOf(taps);
    }

    /** Empty where nothing was given under that name. */
    public String param(String name) {
        return params.getOrDefault(name, "");
    }
}
