package cn.huying.bot.dialogue.community.matter;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.grid.place.PlaceFinding;
import cn.huying.bot.grid.place.PlaceResolver;
import cn.huying.bot.intent.Corrections;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.request.Submission;
import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Classification;
import cn.huying.bot.taxonomy.Classifier;
import cn.huying.bot.taxonomy.Flag;
import cn.huying.knowledge.analysis.Beginnings;
import cn.huying.knowledge.analysis.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What words tell of, beside a draft, a danger or an answer: the same, another matter, or nothing yet. */
public final class Matters {
    /** Whoever writes more tells a story. */
    static final int STORY = 120;

    private static final int LONGEST_BARE = 4;

    static final String CLAUSE_ENDS = "，。；！？,;!?\n";
    static final Beginnings MARKS = Beginnings.of(List.of("另外", "还有", "此外", "再就是", "顺便"));

    static final List<String> BESIDE = List.of("也", "还");

    /** 物业也不管 and 还骂人 tell on. */
    static final List<String> NEGLECT = List.of(
            "不管", "没人管", "没管", "不理", "没人理", "不来", "没来", "没人来", "不修", "没修", "还是", "还骂", "还说", "还威胁", "还动手", "还打人", "还推",
            "还敢", "还赖", "还态度");

    private static final List<String> SPOTS =
            List.of("门口", "旁边", "对面", "附近", "楼下", "楼上", "后面", "前面", "里面", "边上", "楼道里", "地下室", "楼顶");

    private static final double SURE = 0.6;

    private final Classifier classifier;
    private final PlaceResolver places;
    private final Function<String, Optional<Category>> categories;

    public Matters(Classifier classifier, PlaceResolver places, Function<String, Optional<Category>> categories) {
        this.classifier = classifier;
        this.places = places;
        this.categories = categories;
    }

    /** 另外楼道灯. */
    public boolean isMarked(String words) {
        return MARKS.skip(words, 0) > 0;
    }

    static boolean isSure(Classification matter) {
        return matter.confidence() >= SURE;
    }

    /** Another matter, told or listed: a thing that is only named, 快递柜旁边, may say where the first one is. */
    public boolean isAnother(Draft draft, String words, Intent intent) {
        boolean tells = intent instanceof Intent.Report
                || intent instanceof Intent.Ask(String text, boolean trouble) && trouble;
        return (tells || isMarked(words)) && Corrections.of(words).isEmpty() && isAnother(draft, words);
    }

    /** Whether words beside a draft tell of something else than it does, or of the same somewhere else as well. */
    public boolean isAnother(Draft draft, String words) {
        Classification one = about(draft);
        Classification other = classifier.classify(words);
        boolean same = one.category().code().equals(other.category().code());
        return one.isMatter()
                && isSure(other)
                && (!same || isListed(words) && isElsewhere(draft.place(), place(words)))
                && NEGLECT.stream().noneMatch(words::contains);
    }

    /** Whether a place is known, and another that is told names another building. */
    static boolean isElsewhere(Optional<Place> known, Optional<Place> told) {
        return known.isPresent()
                && told.map(Place::buildingName)
                        .filter(building -> !building.isEmpty()
                                && !building.equals(known.get().buildingName()))
                        .isPresent();
    }

    /** Whether words list a thing: 另外电梯, 电梯也坏了. */
    public boolean isListed(String words) {
        return isMarked(words) || BESIDE.stream().anyMatch(words::contains);
    }

    /** What an answer to where lists behind the place, 幸福里3栋，另外电梯也坏了; empty mostly. */
    public String listedBehind(Draft draft, String words) {
        for (int at = 1; at < words.length(); at++) {
            String rest = CLAUSE_ENDS.indexOf(words.charAt(at)) < 0
                    ? ""
                    : words.substring(at + 1).strip();
            if (!rest.isEmpty() && isListed(rest) && isAnother(draft, rest)) {
                return rest;
            }
        }
        return "";
    }

    /** Surely of another group than a danger is; who tells of a spot, 3栋门口的垃圾堆, tells where the danger is. */
    public boolean isAnother(String words, Submission danger) {
        Classification other = classifier.classify(words);
        return isSure(other)
                && !(place(words).isPresent() && SPOTS.stream().anyMatch(words::contains))
                && isOfAnotherGroup(other.category(), danger);
    }

    public boolean isOfAnotherGroup(String code, Submission danger) {
        return categories
                .apply(code)
                .filter(category -> isOfAnotherGroup(category, danger))
                .isPresent();
    }

    /** Whether words surely tell of another group than a category's. @param code the category's, of any */
    public boolean tellOfAnotherGroup(String words, String code) {
        Classification told = classifier.classify(words);
        return isSure(told)
                && categories
                        .apply(code)
                        .filter(category ->
                                !category.group().equals(told.category().group()))
                        .isPresent();
    }

    private boolean isOfAnotherGroup(Category other, Submission danger) {
        return categories
                .apply(danger.matter().category())
                .filter(category -> category.group().equals(other.group()))
                .isEmpty();
    }

    /** 坏了: something is wrong, and neither what nor where is said. */
    public boolean isBare(String words) {
        return PlainText.squeezed(words).length() <= LONGEST_BARE
                && !classifier.classify(words).isMatter()
                && places.resolve(words) instanceof PlaceFinding.Missing;
    }

    /** 坏了, and then 幸福里3栋 when it was asked what: only where is known now. */
    public boolean isStillBare(Draft before, Draft told) {
        return !before.text().isEmpty()
                && before.place().isEmpty()
                && isBare(before.text())
                && !classifier.classify(told.text()).isMatter();
    }

    /** A draft with what was asked for: 坏了, and then 路灯, is 路灯坏了. */
    public Draft told(Draft draft, String words) {
        return !draft.text().isEmpty() && isBare(draft.text()) && !words.contains(draft.text())
                ? draft.untold().about(words.strip() + draft.text())
                : draft.about(words);
    }

    /** Whether words name a matter, and not the one that is being told. */
    public boolean isBeside(String words, Draft draft) {
        Classification told = about(draft);
        Classification other = classifier.classify(words);
        return told.isMatter()
                && other.isMatter()
                && !told.category().code().equals(other.category().code());
    }

    /** The matter that words put in the place of what a draft tells, 不是灯，是门禁坏了; empty when they do not. */
    public Optional<String> corrected(Draft draft, String words) {
        return Corrections.of(words).filter(right -> {
            Classification matter = classifier.classify(right);
            return isSure(matter)
                    && !matter.category().code().equals(about(draft).category().code());
        });
    }

    /** The second matter of a draft, at the place of the first unless it names one of its own. */
    public String alsoSomewhere(Draft draft) {
        Optional<Place> unsaid =
                switch (places.resolve(draft.also())) {
                    case PlaceFinding.Missing _ -> draft.place();
                    case PlaceFinding.Ambiguous _ ->
                        places.resolve(draft.also(), draft.place()).one();
                    case PlaceFinding.Exact _, PlaceFinding.Partial _ -> Optional.empty();
                };
        return unsaid.map(place -> place.publicLabel() + "，").orElse("") + draft.also();
    }

    /** By its words, unless it is known what it comes under; only words of danger make a danger, not an answer that tells of one. */
    public Classification about(Draft draft) {
        Classification heard = about(draft.text());
        return categories
                .apply(draft.category())
                .filter(category -> !category.has(Flag.EMERGENCY) || isDangerous(heard))
                .map(category -> new Classification(category, 1, heard.nature(), heard.reasons(), List.of()))
                .orElse(heard);
    }

    /**
     * What a whole text is about. Of several things the gravest, wherever it stands: 井盖没了，路灯也不亮 is about the hole in the road.
     */
    public Classification about(String words) {
        Classification whole = classifier.classify(words);
        if (words.length() > STORY) {
            return whole;
        }
        Classification gravest = whole;
        int from = 0;
        for (int at = 0; at <= words.length(); at++) {
            if (at == words.length() || CLAUSE_ENDS.indexOf(words.charAt(at)) >= 0) {
                gravest = graver(gravest, classifier.classify(words.substring(from, at)));
                from = at + 1;
            }
        }
        return gravest;
    }

    private static Classification graver(Classification known, Classification clause) {
        boolean graver = clause.isMatter() && isSure(clause) && isDangerous(clause) && !isDangerous(known);
        return graver ? clause : known;
    }

    static boolean isDangerous(Classification matter) {
        return matter.category().has(Flag.EMERGENCY);
    }

    Optional<Place> place(String words) {
        PlaceFinding found = places.resolve(words);
        return found instanceof PlaceFinding.Ambiguous(List<Place> candidates)
                ? Optional.of(candidates.getFirst())
                : found.one();
    }
}
