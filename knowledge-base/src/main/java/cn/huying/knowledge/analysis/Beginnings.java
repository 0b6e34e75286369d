package cn.huying.knowledge.analysis;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Words a text may begin with, the longest first: 另外问一下 is more than 另外. */
public final class Beginnings {
    private final List<String> words;

    private Beginnings(List<String> words) {
        this.words = words;
    }

    public static Beginnings of(Collection<String> words) {
        return new Beginnings(words.stream()
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** Where the longest of them ends that begins here; here where none does. */
    public int skip(String text, int from) {
        return words.stream()
                .filter(word -> text.startsWith(word, from))
                .findFirst()
                .map(word -> from + word.length())
                .orElse(from);
    }
}
