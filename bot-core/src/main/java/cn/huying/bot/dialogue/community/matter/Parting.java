package cn.huying.bot.dialogue.community.matter;

import cn.huying.bot.taxonomy.Classification;
import cn.huying.bot.taxonomy.Classifier;
import cn.huying.knowledge.analysis.Beginnings;
import java.util.List;

/** Tells apart two matters in one message, 3栋路灯坏了，另外5栋电梯也坏了, so that neither is lost behind the other. */
public final class Parting {
    /** Of the places a story could be parted at: only what is plainly listed there, or at another building, is a second matter. */
    private static final int MOST_LOOKS = 12;

    /** In a story 还有 and 顺便 tell on as often as they list. */
    private static final Beginnings STORY_MARKS = Beginnings.of(List.of("另外", "此外", "再就是"));

    /** How far into a clause 也 may stand to list a thing beside another. */
    private static final int BEGINNING = 8;

    private final Classifier classifier;
    private final Matters matters;

    /** @param second empty when there is only one */
    public record Told(String first, String second) {
        @Override
        public String toString() {
            return "Told[" + first.length() + ", " + second.length() + " characters]";
        }
    }

    public Parting(Classifier classifier, Matters matters) {
        this.classifier = classifier;
        this.matters = matters;
    }

    public Told told(String words) {
        boolean story = words.length() > Matters.STORY;
        int looks = 0;
        for (int at = 1; at < words.length() && looks < MOST_LOOKS; at++) {
            if (Matters.CLAUSE_ENDS.indexOf(words.charAt(at)) >= 0 && (!story || mayPart(words, at + 1))) {
                looks += story ? 1 : 0;
                Told told = new Told(
                        words.substring(0, at).strip(), words.substring(at + 1).strip());
                if (areTwo(told) && (!story || isOnItsOwn(told.second()))) {
                    return inOrder(new Told(told.first(), withoutMark(told.second())));
                }
            }
        }
        return new Told(words, "");
    }

    private boolean isOnItsOwn(String second) {
        return namesBuilding(second) || Matters.isSure(classifier.classify(second));
    }

    private boolean namesBuilding(String words) {
        return matters.place(words)
                .filter(place -> !place.buildingName().isEmpty())
                .isPresent();
    }

    /** Whether a clause lists something, or names a building: cheap enough to ask of every clause. */
    private boolean mayPart(String words, int from) {
        int end = from;
        while (end < words.length() && Matters.CLAUSE_ENDS.indexOf(words.charAt(end)) < 0) {
            end++;
        }
        String clause = words.substring(from, end).strip();
        return words.length() - from <= Matters.STORY && (STORY_MARKS.skip(clause, 0) > 0 || namesBuilding(clause));
    }

    private static String withoutMark(String words) {
        return words.substring(Matters.MARKS.skip(words, 0));
    }

    private boolean areTwo(Told told) {
        Classification one = classifier.classify(told.first());
        Classification other = classifier.classify(told.second());
        if (!one.isMatter() || !other.isMatter()) {
            return false;
        }
        boolean another = !one.category().code().equals(other.category().code());
        boolean marked = matters.isMarked(told.second());
        boolean listed = isListed(told) && Matters.isSure(one) && Matters.isSure(other);
        boolean elsewhere = Matters.isElsewhere(matters.place(told.first()), matters.place(told.second()));
        return elsewhere ? another || marked : another && (marked || listed);
    }

    /** 楼道灯也坏了，垃圾也没人收: one thing beside another, not the same thing told on. */
    private static boolean isListed(Told told) {
        String beginning =
                told.second().substring(0, Math.min(BEGINNING, told.second().length()));
        return Matters.BESIDE.stream().anyMatch(beginning::contains)
                && Matters.NEGLECT.stream().noneMatch(beginning::contains);
    }

    /** What is dangerous is registered first. */
    private Told inOrder(Told told) {
        boolean second =
                Matters.isDangerous(matters.about(told.second())) && !Matters.isDangerous(matters.about(told.first()));
        return second ? new Told(told.second(), told.first()) : told;
    }
}
