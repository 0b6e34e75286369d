package cn.huying.api.settings;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What broadcasts need to know of their surroundings.
 *
 * @param apiKey opens {@code POST /api/alerts/cap}; empty closes it
 * @param senders the authorities whose alerts count, by their CAP sender; empty means whoever has the key or the folder
 * @param vouched links and numbers that staff may write into a broadcast
 */
@ConfigurationProperties("huying.broadcast")
public record BroadcastSettings(
        @DefaultValue("") String apiKey,
        @DefaultValue Set<String> senders,
        @DefaultValue Set<String> vouched) {
    @Override
    public String toString() {
        return "BroadcastSettings[" + senders + "]";
    }
}
