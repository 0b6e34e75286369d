package cn.huying.bot.broadcast.alert;

import cn.huying.bot.alert.Area;
import cn.huying.bot.delivery.Words;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of the organisation tree the places of an alert are: by their codes, else by the names of nodes that stand in their names. When
 * none of them is known the whole tree is meant, for one warned in vain is better than one not warned; staff narrow it down.
 */
public final class AlertAreas {
    private static final String DIVIDERS = "、，,；;/ \t\n";
    private static final int LONGEST_NAME_BYTES = 600;
    private static final String[] EMPTY_LEVELS = {"000", "000", "00", "00"};
    private static final int WHOLE_CODE = 12;

    private final GridTree tree;
    private final List<Grid> nodes;

    public AlertAreas(GridTree tree) {
        this.tree = tree;
        this.nodes = tree.grids().stream().filter(Grid::active).toList();
    }

    /** The nodes meant, none of them below another. */
    public Set<GridId> of(List<Area> areas) {
        List<Grid> meant = areas.stream().flatMap(this::of).distinct().toList();
        return meant.isEmpty()
                ? Set.of(tree.root().id())
                : meant.stream()
                        .filter(node -> meant.stream().noneMatch(other -> isBelow(node, other)))
                        .map(Grid::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isBelow(Grid node, Grid other) {
        return !node.equals(other) && tree.isWithin(node.id(), other.id());
    }

    private Stream<Grid> of(Area area) {
        List<Grid> coded = nodes.stream()
                .filter(node -> area.codes().stream().anyMatch(code -> covers(code, node)))
                .toList();
        return coded.isEmpty() ? named(Words.cut(area.name(), LONGEST_NAME_BYTES)) : coded.stream();
    }

    /** A code stands for everything whose code begins with it, its empty levels at the end left out. */
    private static boolean covers(String code, Grid node) {
        String area = significant(code.strip());
        return !area.isEmpty()
                && !node.code().isEmpty()
                && area.chars().allMatch(c -> c >= '0' && c <= '9')
                && node.code().startsWith(area);
    }

    private static String significant(String code) {
        String left = code;
        int end = WHOLE_CODE;
        for (String level : EMPTY_LEVELS) {
            if (left.length() == end && left.endsWith(level)) {
                left = left.substring(0, left.length() - level.length());
            }
            end -= level.length();
        }
        return left;
    }

    /** Several places may stand in one name, divided; within each, the innermost node that is named is meant. */
    private Stream<Grid> named(String name) {
        List<Grid> meant = new ArrayList<>();
        StringTokenizer places = new StringTokenizer(name, DIVIDERS);
        while (places.hasMoreTokens()) {
            meant.addAll(innermost(places.nextToken()));
        }
        return meant.stream();
    }

    private List<Grid> innermost(String place) {
        List<Grid> named =
                nodes.stream().filter(node -> place.contains(node.name())).toList();
        List<Grid> inner = named.stream()
                .filter(node -> named.stream().noneMatch(other -> isBelow(other, node)))
                .toList();
        long deepest =
                inner.stream().mapToLong(node -> above(node, named)).max().orElse(0);
        return inner.stream().filter(node -> above(node, named) == deepest).toList();
    }

    /** Nodes of one name are told apart by what is named above them. */
    private long above(Grid node, List<Grid> named) {
        return named.stream().filter(other -> isBelow(node, other)).count();
    }
}
