package cn.huying.api.simulator.community;

import cn.huying.api.simulator.community.DemoPlan.Micro;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where compounds stand, and the outlines of the grids as GeoJSON. Every compound has a square of its own on a raster; the grids it is
 * cut into are strips of that square from west to east, as wide as they have households.
 */
final class DemoMap {
    private static final double CENTRE_LATITUDE = 39.3;
    private static final double CENTRE_LONGITUDE = 83.6;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final int COLUMNS = 5;
    /** Wide enough that a point in one compound is never near two. */
    private static final int METRES_APART = 700;

    private final DemoPlan plan;

    DemoMap(DemoPlan plan) {
        this.plan = plan;
    }

    /** The middle of a compound as a YAML mapping. */
    static String location(int index) {
        return String.format(
                Locale.ROOT, "{latitude: %.5f, longitude: %.5f}", latitude(north(index)), longitude(east(index)));
    }

    String outlines() {
        Map<Integer, List<String>> polygons = new LinkedHashMap<>();
        for (int i = 0; i < plan.compounds().size(); i++) {
            strips(i, polygons);
        }
        List<String> features = new ArrayList<>();
        polygons.keySet().stream()
                .sorted()
                .forEach(grid ->
                        features.add("{\"type\": \"Feature\", \"properties\": {\"grid\": \"" + DemoYaml.gridId(grid)
                                + "\", \"name\": \"" + DemoYaml.gridName(grid)
                                + "\"},\n  \"geometry\": {\"type\": \"MultiPolygon\", \"coordinates\": [\n    "
                                + String.join(",\n    ", polygons.get(grid)) + "]}}"));
        return "{\"type\": \"FeatureCollection\", \"features\": [\n" + String.join(",\n", features) + "\n]}\n";
    }

    private void strips(int index, Map<Integer, List<String>> polygons) {
        Map<Integer, Integer> households = new LinkedHashMap<>();
        for (Micro micro : plan.micros) {
            if (micro.compound().equals(plan.compounds().get(index))) {
                households.merge(micro.grid, micro.households(), Integer::sum);
            }
        }
        int all = households.values().stream().mapToInt(Integer::intValue).sum();
        int before = 0;
        for (Map.Entry<Integer, Integer> strip : households.entrySet()) {
            int after = before + strip.getValue();
            polygons.computeIfAbsent(strip.getKey(), _ -> new ArrayList<>())
                    .add(rectangle(index, (double) before / all, (double) after / all));
            before = after;
        }
    }

    private static String rectangle(int index, double from, double to) {
        double half = METRES_APART / 2.0;
        double south = latitude(north(index) - half);
        double north = latitude(north(index) + half);
        double west = longitude(east(index) - half + from * METRES_APART);
        double east = longitude(east(index) - half + to * METRES_APART);
        return String.format(
                Locale.ROOT,
                "[[[%2$.6f,%1$.6f],[%3$.6f,%1$.6f],[%3$.6f,%4$.6f],[%2$.6f,%4$.6f],[%2$.6f,%1$.6f]]]",
                south,
                west,
                east,
                north);
    }

    private static double north(int index) {
        return (index / COLUMNS - 1.5) * METRES_APART;
    }

    private static double east(int index) {
        return (index % COLUMNS - 2.0) * METRES_APART;
    }

    private static double latitude(double metresNorth) {
        return CENTRE_LATITUDE + metresNorth / METRES_PER_DEGREE;
    }

    private static double longitude(double metresEast) {
        double narrower = StrictMath.cos(StrictMath.toRadians(CENTRE_LATITUDE));
        return CENTRE_LONGITUDE + metresEast / (METRES_PER_DEGREE * narrower);
    }
}
