package cn.huying.bot.grid.place;

import java.util.List;
import java.util.Optional;

/** What a resident's words say about where. */
public sealed interface PlaceFinding {
    /** One building down to its unit, or the common ground of one compound: nothing more needs asking. */
    record Exact(Place place) implements PlaceFinding {}

    /**
     * One place, known down to a point; the next thing to ask is what is missing.
     *
     * @param heard a building or unit the resident named and that is not there, as it was understood ({@code 99栋}); else {@code ""}
     */
    record Partial(Place known, Part missing, String heard) implements PlaceFinding {}

    /** Several places fit, each as far as the words go; in the order of the files or of the text. At least two. */
    record Ambiguous(List<Place> candidates) implements PlaceFinding {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** Nothing that points at a place. */
    record Missing() implements PlaceFinding {}

    /** A part of a place that can be asked for. */
    enum Part {
        BUILDING,
        UNIT
    }

    /** The one place it is, as far as it is known; empty where several fit, or none. */
    default Optional<Place> one() {
        return switch (this) {
            case Exact(Place place) -> Optional.of(place);
            case Partial(Place known, Part missing, String heard) -> Optional.of(known);
            case Ambiguous _, Missing _ -> Optional.empty();
        };
    }

    /** Whichever says more of the place; this one where both say the same much. */
    default PlaceFinding clearer(PlaceFinding other) {
        return other.clarity() > clarity() ? other : this;
    }

    private int clarity() {
        return switch (this) {
            case Exact _ -> 4;
            case Partial partial -> partial.missing() == Part.UNIT ? 3 : 2;
            case Ambiguous _ -> 1;
            case Missing _ -> 0;
        };
    }
}
