package cn.huying.bot.grid;

import java.util.List;

/**
 * A gated estate, a yard or a village group (小区): what residents name first when they say where.
 *
 * @param nicknames what people also call it; two compounds may share one, then the resident is asked
 * @param property the property firm's name; empty where nobody is contracted
 * @param buildings never empty
 */
public record Compound(
        CompoundId id,
        String name,
        List<String> nicknames,
        ManagementMode management,
        String property,
        GeoPoint location,
        List<Building> buildings) {
    public Compound {
        nicknames = List.copyOf(nicknames);
        buildings = List.copyOf(buildings);
    }

    public int households() {
        return buildings.stream().mapToInt(Building::households).sum();
    }
}
