package cn.huying.bot.intent;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Messages made of nothing but known phrases: one command among greetings and particles, or small talk. */
final class Talk {
    private final Map<String, CommandKind> commands;
    private final Map<String, Meaning> phrases = new HashMap<>();
    private final int longest;

    /** What a phrase means by itself. */
    private sealed interface Meaning {
        record Nothing() implements Meaning {}

        record Order(CommandKind kind) implements Meaning {}

        record Small(SmallTalkKind kind) implements Meaning {}
    }

    Talk(IntentLexicon lexicon) {
        this.commands = lexicon.commands();
        lexicon.commands().forEach((word, kind) -> phrases.put(word, new Meaning.Order(kind)));
        lexicon.smallTalk().forEach((word, kind) -> phrases.put(word, new Meaning.Small(kind)));
        // Last: 网格员 alone calls for one, in 谢谢网格员 it is who is thanked.
        lexicon.particles().forEach(word -> phrases.put(word, new Meaning.Nothing()));
        longest = phrases.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The one command, or else the weightiest small talk, if nothing else is in the message. */
    Optional<Intent> read(String squeezed) {
        CommandKind whole = commands.get(squeezed);
        return whole == null ? pieces(squeezed) : Optional.of(new Intent.Command(whole));
    }

    private Optional<Intent> pieces(String squeezed) {
        Set<CommandKind> ordered = EnumSet.noneOf(CommandKind.class);
        Set<SmallTalkKind> small = EnumSet.noneOf(SmallTalkKind.class);
        int at = 0;
        while (at < squeezed.length()) {
            int end = longestFrom(squeezed, at);
            if (end == at) {
                return Optional.empty();
            }
            switch (phrases.getOrDefault(squeezed.substring(at, end), new Meaning.Nothing())) {
                case Meaning.Nothing() -> {}
                case Meaning.Order(CommandKind kind) -> ordered.add(kind);
                case Meaning.Small(SmallTalkKind kind) -> small.add(kind);
            }
            at = end;
        }
        return meant(ordered, small);
    }

    private static Optional<Intent> meant(Set<CommandKind> ordered, Set<SmallTalkKind> small) {
        if (ordered.isEmpty()) {
            return small.stream().findFirst().map(Intent.SmallTalk::new);
        }
        // 算了不用了: both drop what is being told; only the second can mean a request as well.
        if (ordered.contains(CommandKind.WITHDRAW)) {
            ordered.remove(CommandKind.CANCEL);
        }
        return ordered.size() == 1 ? ordered.stream().findFirst().map(Intent.Command::new) : Optional.empty();
    }

    /** Where the longest phrase from a place ends; the place itself when none begins there. */
    private int longestFrom(String text, int at) {
        for (int end = Math.min(text.length(), at + longest); end > at; end--) {
            if (phrases.containsKey(text.substring(at, end))) {
                return end;
            }
        }
        return at;
    }
}
