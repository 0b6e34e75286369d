package cn.huying.bot.dialogue.community;

import cn.huying.bot.grid.place.Place;
import cn.huying.bot.grid.place.PlaceFinding;
import cn.huying.bot.grid.place.PlaceResolver;
import cn.huying.bot.taxonomy.Classification;
import cn.huying.bot.taxonomy.Classifier;
import java.util.List;
import java.util.Optional;

/** Tells apart two matters in one message, 3栋路灯坏了，另外5栋电梯也坏了, so that neither is lost behind the other. */
final class Matters {
    /** Whoever writes more tells one story; a person reads that as a whole. */
    private static final int LONGEST = 120;

    private static final String CLAUSE_ENDS = "，。；！？,;!?\n";
    private static final List<String> MARKS = List.of("另外", "还有", "此外", "再就是", "顺便");

    private final Classifier classifier;
    private final PlaceResolver places;

    /** @param second empty when there is only one */
    record Told(String first, String second) {
        @Override
        public String toString() {
            return "Told[" + first.length() + ", " + second.length() + " characters]";
        }
    }

    Matters(Classifier classifier, PlaceResolver places) {
        this.classifier = classifier;
        this.places = places;
    }

    Told told(String words) {
        if (words.length() <= LONGEST) {
            for (int at = 1; at < words.length(); at++) {
                if (CLAUSE_ENDS.indexOf(words.charAt(at)) >= 0) {
                    Told told = new Told(
                            words.substring(0, at).strip(),
                            words.substring(at + 1).strip());
                    if (areTwo(told)) {
                        return new Told(told.first(), withoutMark(told.second()));
                    }
                }
            }
        }
        return new Told(words, "");
    }

    private static String withoutMark(String words) {
        return MARKS.stream()
                .filter(words::startsWith)
                .findFirst()
                .map(mark -> words.substring(mark.length()))
                .orElse(words);
    }

    private boolean areTwo(Told told) {
        Classification one = classifier.classify(told.first());
        Classification other = classifier.classify(told.second());
        if (!one.isMatter() || !other.isMatter()) {
            return false;
        }
        boolean another = !one.category().code().equals(other.category().code());
        boolean marked = MARKS.stream().anyMatch(told.second()::startsWith);
        return elsewhere(told) ? another || marked : another && marked;
    }

    private boolean elsewhere(Told told) {
        Optional<Place> one = place(told.first());
        Optional<Place> other = place(told.second());
        return one.isPresent()
                && other.isPresent()
                && !other.get().buildingName().isEmpty()
                && !one.get().buildingName().equals(other.get().buildingName());
    }

    private Optional<Place> place(String words) {
        return switch (places.resolve(words)) {
            case PlaceFinding.Exact(Place place) -> Optional.of(place);
            case PlaceFinding.Partial(Place place, PlaceFinding.Part missing, String heard) -> Optional.of(place);
            case PlaceFinding.Ambiguous(List<Place> candidates) -> Optional.of(candidates.getFirst());
            case PlaceFinding.Missing() -> Optional.empty();
        };
    }
}
