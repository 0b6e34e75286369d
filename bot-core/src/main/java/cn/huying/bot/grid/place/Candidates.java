package cn.huying.bot.grid.place;

import cn.huying.bot.grid.Building;
import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.CompoundId;
import cn.huying.bot.grid.UnitEntrance;
import cn.huying.bot.grid.place.PlaceFinding.Ambiguous;
import cn.huying.bot.grid.place.PlaceFinding.Exact;
import cn.huying.bot.grid.place.PlaceFinding.Missing;
import cn.huying.bot.grid.place.PlaceFinding.Part;
import cn.huying.bot.grid.place.PlaceFinding.Partial;
import cn.huying.bot.grid.wording.Mention;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks up what was mentioned and gathers the places that fit, the more precise one of two about the same thing. */
final class Candidates {
    private final Buildings buildings;
    private final Optional<Place> home;
    private final boolean common;
    private final Map<Place, PlaceFinding> found = new LinkedHashMap<>();
    private final Set<CompoundId> withBuilding = new LinkedHashSet<>();
    private final Set<BuildingId> withUnit = new LinkedHashSet<>();

    Candidates(Buildings buildings, Optional<Place> home, boolean common) {
        this.buildings = buildings;
        this.home = home;
        this.common = common;
    }

    void add(Mention mention) {
        if (!mention.named().isEmpty()) {
            namedIn(mention).forEach(building -> add(mention, building));
        } else if (mention.isElsewhere()) {
            return;
        } else if (!mention.building().isEmpty()) {
            numbered(mention);
        } else if (mention.hasCompound()) {
            compounds(mention).forEach(this::addCompound);
        } else {
            home.flatMap(Place::building).flatMap(buildings::building).ifPresent(building -> add(mention, building));
        }
    }

    PlaceFinding finding() {
        found.keySet().removeIf(this::isSaidMorePrecisely);
        return switch (found.size()) {
            case 0 -> new Missing();
            case 1 -> found.values().iterator().next();
            default -> new Ambiguous(List.copyOf(found.keySet()));
        };
    }

    private boolean isSaidMorePrecisely(Place place) {
        return place.building()
                .map(building -> place.unit().isEmpty() && withUnit.contains(building))
                .orElseGet(() -> place.compound().map(withBuilding::contains).orElse(false));
    }

    private List<Building> namedIn(Mention mention) {
        List<Building> named = mention.named().stream()
                .flatMap(key -> buildings.building(new BuildingId(key)).stream())
                .toList();
        List<Building> inside = named.stream()
                .filter(building ->
                        mention.compounds().contains(building.compound().value()))
                .toList();
        if (!inside.isEmpty()) {
            return inside;
        }
        List<Building> near = named.stream().filter(this::isHome).toList();
        return near.isEmpty() ? named : near;
    }

    private List<Compound> compounds(Mention mention) {
        return mention.compounds().stream()
                .flatMap(key -> buildings.compound(new CompoundId(key)).stream())
                .toList();
    }

    private boolean isHome(Building building) {
        return home.flatMap(Place::compound)
                .map(compound -> compound.equals(building.compound()))
                .orElse(false);
    }

    private void numbered(Mention mention) {
        List<Compound> within = mention.hasCompound()
                ? compounds(mention)
                : home.flatMap(Place::compound).flatMap(buildings::compound).stream()
                        .toList();
        if (within.isEmpty()) {
            anywhere(mention);
            return;
        }
        List<Building> inside = within.stream()
                .flatMap(compound -> buildings.in(compound, mention.building()).stream())
                .toList();
        inside.forEach(building -> add(mention, building));
        if (inside.isEmpty() && mention.hasCompound() && mention.weak()) {
            compounds(mention).forEach(this::addCompound);
        } else if (inside.isEmpty() && !mention.weak()) {
            within.stream().map(buildings::place).forEach(place -> {
                put(place, new Partial(place, Part.BUILDING, mention.building() + "栋"));
            });
        }
    }

    /** Only a number, and nobody's home to go by: every building it may be, those that do not have the unit left out. */
    private void anywhere(Mention mention) {
        buildings.numbered(mention.building()).stream()
                .filter(building -> building.isYard() == mention.isYard())
                .filter(building -> mention.unit().isEmpty()
                        || building.entrance(mention.unit()).isPresent())
                .forEach(building -> add(mention, building));
    }

    private void addCompound(Compound compound) {
        Place place = buildings.place(compound);
        put(place, common ? new Exact(place) : new Partial(place, Part.BUILDING, ""));
    }

    private void add(Mention mention, Building building) {
        withBuilding.add(building.compound());
        Optional<UnitEntrance> entrance = entrance(building, mention.unit());
        if (entrance.isPresent()) {
            if (!building.isYard()) {
                withUnit.add(building.id());
            }
            Place place = buildings.place(building, entrance.get(), mention.floor(), mention.room());
            put(place, new Exact(place));
        } else {
            Place place = buildings.place(building);
            put(place, new Partial(place, Part.UNIT, mention.unit().isEmpty() ? "" : mention.unit() + "单元"));
        }
    }

    /** The only entrance goes without saying, and a yard has no units whatever is said. */
    private static Optional<UnitEntrance> entrance(Building building, String unit) {
        UnitEntrance first = building.entrances().getFirst();
        boolean implied = building.entrances().size() == 1
                && (unit.isEmpty() || first.number().isEmpty());
        return implied ? Optional.of(first) : building.entrance(unit);
    }

    private void put(Place place, PlaceFinding finding) {
        found.putIfAbsent(place, finding);
    }
}
