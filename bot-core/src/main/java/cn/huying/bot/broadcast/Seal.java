package cn.huying.bot.broadcast;

import cn.huying.knowledge.digest.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an approval is bound to: a digest of every word and everyone meant. Whoever approves says which one was seen; another one is another
 * broadcast.
 */
public record Seal(String value) {
    public static Seal of(Content content, Audience audience) {
        String grids = audience.grids().stream().map(Record::toString).sorted().collect(Collectors.joining(","));
        String channels = audience.channels().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        List<String> parts = new ArrayList<>(List.of(
                content.title(),
                content.text(),
                content.colour().map(Enum::name).orElse(""),
                content.expires().toString(),
                grids,
                channels));
        audience.told().stream().map(BroadcastId::value).sorted().forEach(parts::add);
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            // the length before each part: no two different contents can read the same
            all.append(part.length()).append(':').append(part);
        }
        return new Seal(Sha256.hex(all.toString()));
    }

    @Override
    public String toString() {
        return value;
    }
}
