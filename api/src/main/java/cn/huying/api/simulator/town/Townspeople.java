package cn.huying.api.simulator.town;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody who has a phone in the demo: the few the page offers first, and the many who told the account where they live. */
public final class Townspeople {
    private final Map<String, DemoResident> everybody = new LinkedHashMap<>();
    private final List<DemoResident> featured;
    private final List<DemoResident> settled;

    /** @param settled those who live somewhere, some of the featured among them */
    public Townspeople(List<DemoResident> featured, List<DemoResident> settled) {
        this.settled = List.copyOf(settled);
        settled.forEach(resident -> everybody.put(resident.openId(), resident));
        List<DemoResident> first = new ArrayList<>();
        for (DemoResident resident : featured) {
            DemoResident home = everybody.getOrDefault(resident.openId(), resident);
            DemoResident known = resident.livingIn(home.grid());
            first.add(known);
            everybody.put(known.openId(), known);
        }
        this.featured = List.copyOf(first);
    }

    public List<DemoResident> featured() {
        return featured;
    }

    /** Those who live somewhere, in a fixed order. */
    public List<DemoResident> settled() {
        return settled;
    }

    public List<DemoResident> everybody() {
        return List.copyOf(everybody.values());
    }

    public Optional<DemoResident> find(String openId) {
        return Optional.ofNullable(everybody.get(openId));
    }

    /** Those whose name, home or grid contains the words; all of them for no words. */
    public List<DemoResident> named(String words) {
        return settled.stream()
                .filter(resident -> resident.name().contains(words)
                        || resident.about().contains(words)
                        || resident.grid().contains(words))
                .toList();
    }
}
