package cn.huying.bot.answer;

import cn.huying.bot.intent.Aspect;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an entry itself says of what is asked of it: its own list or number, or else the sentences that tell of it, word for word. Nothing is
 * concluded, and what the entry does not say stays unsaid.
 *
 * @param told each sentence stands once, with the first aspect it tells of
 * @param untold what the entry says nothing of
 */
public record Retelling(Map<Aspect, List<String>> told, Set<Aspect> untold) {
    private static final String SENTENCE_ENDS = "。！？；\n";

    private static final String NUMERALS = "0123456789〇一二两三四五六七八九十百千万半数几";
    private static final char COUNTED = '#';

    /** More of a short text is the whole of it, and no answer to what was asked. */
    private static final int MOST_SENTENCES = 2;

    /** @param signs the words by which a sentence tells of an aspect */
    public static Retelling of(Entry entry, Set<Aspect> asked, Function<Aspect, List<String>> signs) {
        Map<Aspect, List<String>> told = new EnumMap<>(Aspect.class);
        Set<Aspect> untold = EnumSet.noneOf(Aspect.class);
        Set<String> said = new HashSet<>();
        for (Aspect aspect : asked) {
            List<String> lines = lines(entry, aspect, signs.apply(aspect));
            List<String> fresh = lines.stream().filter(said::add).toList();
            if (lines.isEmpty()) {
                untold.add(aspect);
            } else if (!fresh.isEmpty()) {
                told.put(aspect, fresh);
            }
        }
        return new Retelling(told, untold);
    }

    private static List<String> lines(Entry entry, Aspect aspect, List<String> signs) {
        List<String> own =
                switch (aspect) {
                    case BRING -> entry.answer().bring();
                    case STEPS -> entry.answer().steps();
                    case PHONE -> entry.action().phone().stream().toList();
                    case SOURCE -> entry.sources().stream().map(Source::cite).toList();
                    case WHERE, DURATION, COST, PROXY, CONDITIONS, LIABILITY, MORE, OTHERS -> List.of();
                };
        return own.isEmpty() ? sentences(entry, signs) : own;
    }

    /** The sentences with most of the signs, in the order of the entry. */
    private static List<String> sentences(Entry entry, List<String> signs) {
        List<String> telling = Stream.concat(sentences(entry.answer().text()).stream(), entry.answer().steps().stream())
                .filter(sentence -> weight(sentence, signs) > 0)
                .toList();
        List<String> most = telling.stream()
                .sorted(Comparator.comparingLong((String sentence) -> weight(sentence, signs))
                        .reversed())
                .limit(MOST_SENTENCES)
                .toList();
        return telling.stream().filter(most::contains).toList();
    }

    private static long weight(String sentence, List<String> signs) {
        return signs.stream().filter(sign -> isIn(sentence, sign)).count();
    }

    /** {@code #天} is 天 behind a number: 三天, 15天. */
    private static boolean isIn(String sentence, String sign) {
        if (sign.charAt(0) != COUNTED) {
            return sentence.contains(sign);
        }
        String unit = sign.substring(1);
        for (int at = sentence.indexOf(unit); at >= 0; at = sentence.indexOf(unit, at + 1)) {
            if (at > 0 && NUMERALS.indexOf(sentence.charAt(at - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0 || at == text.length() - 1) {
                String sentence = text.substring(from, at + 1).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
                from = at + 1;
            }
        }
        return sentences;
    }
}
