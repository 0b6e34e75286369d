package cn.huying.bot.emergency;

import cn.huying.bot.emergency.Lexicon.Alarm;
import cn.huying.bot.emergency.Lexicon.Combination;
import cn.huying.knowledge.analysis.PhraseMatcher;
import cn.huying.knowledge.analysis.PhraseRewriter;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hears danger in a message: two passes over the text, whatever its length or the size of the lexicon. A danger's words count unless they are
 * part of a harmless phrase, or their clause says that it is not now; a clause that says it is now always counts.
 */
public final class EmergencyScreen {
    private static final int LONGEST_ALONE = 20;

    private final int story;
    private final List<Alarm> alarms;
    private final Map<String, Emergency> alone;
    private final PhraseRewriter misspellings;
    private final Emoji emoji;
    private final PhraseMatcher contexts;
    private final List<Context> contextOf;
    private final PhraseMatcher dangers;
    private final List<List<Ear>> earsOf;

    /** What a phrase says about its clause. */
    private record Context(boolean harmless, boolean now, boolean notNow, BitSet quiets) {}

    /** What listens for a phrase: an alarm itself, or one side of one of its combinations. */
    private record Ear(int alarm, int combination, boolean one) {
        static final int WHOLE = -1;
    }

    private EmergencyScreen(Lexicon lexicon) {
        this.story = lexicon.story();
        this.alarms = lexicon.alarms().stream()
                .sorted(Comparator.comparing(alarm -> alarm.emergency().danger()))
                .toList();
        this.alone = new HashMap<>();
        alarms.forEach(alarm -> alarm.alone().forEach(word -> alone.putIfAbsent(word, alarm.emergency())));
        this.emoji = new Emoji(Map.copyOf(lexicon.emoji()));
        this.misspellings = new PhraseRewriter(lexicon.misspellings());
        Map<String, Context> contextByWord = contexts(lexicon);
        this.contexts = PhraseMatcher.of(contextByWord.keySet());
        this.contextOf = List.copyOf(contextByWord.values());
        Map<String, List<Ear>> ears = ears();
        this.dangers = PhraseMatcher.of(ears.keySet());
        this.earsOf = List.copyOf(ears.values());
    }

    /** @throws ConfigException with every problem of the file */
    public static EmergencyScreen load(Path file) {
        return of(YamlFile.read(file));
    }

    /** @throws ConfigException with every problem of the file */
    public static EmergencyScreen of(YamlFile file) {
        return new EmergencyScreen(LexiconReader.read(file));
    }

    /** Every emergency the screen can hear, for checking their categories and texts at start. */
    public List<Emergency> emergencies() {
        return alarms.stream().map(Alarm::emergency).toList();
    }

    /** The gravest danger in the text, in the order of {@link Danger}. */
    public Optional<Emergency> screen(String text) {
        Heard heard = Heard.of(emoji.inWords(text), misspellings);
        Optional<Emergency> alone = alone(heard);
        if (alone.isPresent()) {
            return alone;
        }
        if (!dangers.occursIn(heard.text())) {
            return Optional.empty();
        }
        Surroundings surroundings = surroundings(heard);
        Listening listening = new Listening(alarms, surroundings);
        dangers.scan(heard.text(), (phrase, start, end) -> {
            if (!surroundings.isHarmless(start, end)) {
                earsOf.get(phrase).forEach(ear -> hear(listening, ear, start, end));
            }
        });
        return listening.gravest().map(alarm -> alarms.get(alarm).emergency());
    }

    /** A message of one word, however often its letters are repeated: 119, 火火火. */
    private Optional<Emergency> alone(Heard heard) {
        return heard.length() > LONGEST_ALONE
                ? Optional.empty()
                : Optional.ofNullable(alone.get(heard.text()))
                        .or(() -> Optional.ofNullable(alone.get(heard.withoutRepeats())));
    }

    private static void hear(Listening listening, Ear ear, int start, int end) {
        if (ear.combination() == Ear.WHOLE) {
            listening.sound(ear.alarm(), start, end);
        } else {
            listening.half(ear.alarm(), ear.combination(), ear.one(), start, end);
        }
    }

    private Surroundings surroundings(Heard heard) {
        Surroundings surroundings = new Surroundings(heard, alarms.size(), heard.length() > story);
        contexts.scan(heard.text(), (phrase, start, end) -> {
            Context context = contextOf.get(phrase);
            if (context.harmless()) {
                surroundings.harmless(start, end);
            }
            if (context.now()) {
                surroundings.now(start, end);
            }
            if (context.notNow()) {
                surroundings.notNow(start, end);
            }
            context.quiets().stream().forEach(alarm -> surroundings.quiet(alarm, start, end));
        });
        return surroundings;
    }

    private Map<String, Context> contexts(Lexicon lexicon) {
        Map<String, Context> byWord = new LinkedHashMap<>();
        List<Set<String>> all = new ArrayList<>(List.of(lexicon.harmless(), lexicon.now(), lexicon.notNow()));
        alarms.forEach(alarm -> all.add(alarm.notNow()));
        for (Set<String> words : all) {
            for (String word : words) {
                BitSet quiets = new BitSet();
                for (int alarm = 0; alarm < alarms.size(); alarm++) {
                    quiets.set(alarm, alarms.get(alarm).notNow().contains(word));
                }
                byWord.put(
                        word,
                        new Context(
                                lexicon.harmless().contains(word),
                                lexicon.now().contains(word),
                                lexicon.notNow().contains(word),
                                quiets));
            }
        }
        return byWord;
    }

    private Map<String, List<Ear>> ears() {
        Map<String, List<Ear>> ears = new LinkedHashMap<>();
        for (int alarm = 0; alarm < alarms.size(); alarm++) {
            listen(ears, alarms.get(alarm).phrases(), new Ear(alarm, Ear.WHOLE, true));
            List<Combination> combinations = alarms.get(alarm).combinations();
            for (int combination = 0; combination < combinations.size(); combination++) {
                listen(ears, combinations.get(combination).one(), new Ear(alarm, combination, true));
                listen(ears, combinations.get(combination).other(), new Ear(alarm, combination, false));
            }
        }
        return ears;
    }

    private static void listen(Map<String, List<Ear>> ears, Set<String> words, Ear ear) {
        words.forEach(word -> ears.computeIfAbsent(word, _ -> new ArrayList<>()).add(ear));
    }
}
