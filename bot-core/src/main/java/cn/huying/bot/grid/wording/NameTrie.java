package cn.huying.bot.grid.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of compounds and buildings with what each stands for. A look-up costs at most as many steps as the longest name has characters,
 * which the loader bounds, so finding names in a text stays linear in the text.
 *
 * @param <T> what a name stands for; several things may share one name
 */
public final class NameTrie<T> {
    /** The longest name that starts at a position; {@code end} equals the position when none does. */
    record Match<T>(int end, List<T> values) {}

    private static final class Branch<T> {
        private final Map<Character, Branch<T>> next = new HashMap<>(2);
        private final List<T> values = new ArrayList<>(1);
    }

    private final Branch<T> root = new Branch<>();

    /** Adds a name in the form {@link PlaceText} gives; adding the same pair again changes nothing. */
    public void add(String name, T value) {
        Branch<T> branch = root;
        for (int i = 0; i < name.length(); i++) {
            branch = branch.next.computeIfAbsent(name.charAt(i), _ -> new Branch<>());
        }
        if (branch != root && !branch.values.contains(value)) {
            branch.values.add(value);
        }
    }

    Match<T> longest(CharSequence text, int from) {
        Branch<T> branch = root;
        int end = from;
        List<T> values = List.of();
        for (int i = from; i < text.length(); i++) {
            branch = branch.next.get(text.charAt(i));
            if (branch == null) {
                break;
            }
            if (!branch.values.isEmpty()) {
                end = i + 1;
                values = branch.values;
            }
        }
        return new Match<>(end, values);
    }
}
