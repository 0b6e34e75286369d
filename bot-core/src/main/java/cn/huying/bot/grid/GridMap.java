package cn.huying.bot.grid;

import java.util.List;
import java.util.Optional;

/** The outlines of grids, as far as somebody drew them. Rings are few and small, so looking through all of them is quick enough. */
public final class GridMap {
    public static final GridMap EMPTY = new GridMap(List.of());

    /** The deepest grids first: where outlines lie over each other, the smallest grid is meant. */
    private final List<Outline> outlines;

    public GridMap(List<Outline> deepestFirst) {
        this.outlines = List.copyOf(deepestFirst);
    }

    /** @param polygons each with its outer ring first, then its holes */
    public record Outline(GridId grid, List<List<Ring>> polygons) {
        public Outline {
            polygons = polygons.stream().map(List::copyOf).toList();
        }

        public boolean contains(GeoPoint point) {
            return polygons.stream()
                    .anyMatch(rings -> rings.getFirst().contains(point)
                            && rings.stream().skip(1).noneMatch(hole -> hole.contains(point)));
        }
    }

    /** A closed line; the last corner is the first one again. */
    public record Ring(List<GeoPoint> corners) {
        public static final int FEWEST = 4;

        public Ring {
            corners = List.copyOf(corners);
        }

        public boolean isClosed() {
            return corners.size() >= FEWEST && corners.getFirst().equals(corners.getLast());
        }

        /** Counts how often a line from the point to the east meets the ring; odd means inside. */
        public boolean contains(GeoPoint point) {
            boolean inside = false;
            for (int i = 1; i < corners.size(); i++) {
                GeoPoint from = corners.get(i - 1);
                GeoPoint to = corners.get(i);
                boolean spans = from.latitude() > point.latitude() != to.latitude() > point.latitude();
                if (spans && point.longitude() < longitudeAt(from, to, point.latitude())) {
                    inside = !inside;
                }
            }
            return inside;
        }

        private static double longitudeAt(GeoPoint from, GeoPoint to, double latitude) {
            double part = (latitude - from.latitude()) / (to.latitude() - from.latitude());
            return from.longitude() + part * (to.longitude() - from.longitude());
        }
    }

    Optional<GridId> at(GeoPoint point) {
        return outlines.stream()
                .filter(outline -> outline.contains(point))
                .map(Outline::grid)
                .findFirst();
    }
}
