package cn.huying.api.console.channels;

import java.util.List;

/** What was found of everything this installation depends on. @param bad how many do not work */
public record ChannelsPage(String at, long bad, List<Part> parts) {
    public record Part(String label, List<Row> rows) {}

    /** @param colour of the light; @param health in a word, for who sees no colours */
    public record Row(String name, String colour, String health, String told, String mend) {}
}
