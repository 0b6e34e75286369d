package cn.huying.bot.dialogue.community.matter;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.grid.place.PlaceFinding;
import cn.huying.bot.grid.place.PlaceResolver;
import cn.huying.bot.request.Submission;
import cn.huying.bot.taxonomy.Classification;
import cn.huying.bot.taxonomy.Classifier;
import cn.huying.bot.taxonomy.Flag;
import java.util.Optional;
import java.util.stream.IntStream;

/** What words are about, as far as it can be told at a glance: a matter, a place, the same as something told before. */
public final class Gist {
    /** From here on a text is told rather than asked: few questions are this long. */
    private static final int AT_LENGTH = 60;

    private final Classifier classifier;
    private final PlaceResolver places;
    private final Matters matters;
    private final Parting parting;

    public Gist(Classifier classifier, PlaceResolver places, Matters matters, Parting parting) {
        this.classifier = classifier;
        this.places = places;
        this.matters = matters;
        this.parting = parting;
    }

    public boolean isMatter(String words) {
        return classifier.classify(words).isMatter();
    }

    /** Surely another matter than the danger. */
    public boolean isAnother(String words, Submission danger) {
        Parting.Told told = parting.told(words);
        return matters.isAnother(told.first(), danger)
                && (told.second().isEmpty() || matters.isAnother(told.second(), danger));
    }

    /** @param category the code of what an answer is about */
    public boolean isAnother(Optional<String> category, Submission danger) {
        return category.filter(code -> matters.isOfAnotherGroup(code, danger)).isPresent();
    }

    /** Whether the words surely tell of another group of matters than an answer is about. @param category the answer's, as far as it has one */
    public boolean isSurelyBeside(String words, Optional<String> category) {
        return category.filter(code -> matters.tellOfAnotherGroup(words, code)).isPresent();
    }

    /** Who names a place wants something done there, rather than read about it. */
    public boolean namesPlace(String words) {
        return !(places.resolve(words) instanceof PlaceFinding.Missing);
    }

    public boolean isBeside(String words, Draft draft) {
        return matters.isBeside(words, draft);
    }

    /** A matter told at length, and surely one: who only wants to know asks in a sentence. Not where advice may be what is needed first. */
    public boolean isToldAtLength(String words) {
        if (words.length() < AT_LENGTH) {
            return false;
        }
        Classification told = classifier.classify(words);
        return Matters.isSure(told)
                && !told.category().has(Flag.EMERGENCY)
                && !told.category().has(Flag.SENSITIVE);
    }

    public boolean isMatterSomewhere(String words) {
        return isMatter(words) && namesPlace(words);
    }

    public boolean isOnlyPlace(String words) {
        return !isMatter(words) && namesPlace(words);
    }

    /** Whether the words speak of what was submitted: of the same category, or at least with two letters of its name, 路灯. */
    public boolean isAbout(String words, Submission submission) {
        Classification matter = classifier.classify(words);
        String name = submission.matter().name();
        return matter.isMatter()
                ? matter.category().code().equals(submission.matter().category())
                : IntStream.range(0, name.length() - 1).anyMatch(i -> words.contains(name.substring(i, i + 2)));
    }
}
