package cn.huying.knowledge.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts right what was typed by its sound with the wrong characters: 物业废 is 物业费 and 居主证 居住证, as the content has a phrase of that sound and
 * neither the content nor the dictionary knows what was typed. A word of the dictionary is only touched inside a longer phrase (公鸡金 is
 * 公积金). Immutable once built.
 */
public final class Homophones {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    /** As often a phrase must stand in the content to be what somebody meant, and with so many different neighbours on either side. */
    private static final int USUAL = 3;
    /** The same for two characters: there are many more such by chance. */
    private static final int USUAL_PAIR = 5;
    /** Two characters must belong together: so large a share of the rarer one's uses. 低 is mostly 低保, 钱 is not mostly 的钱. */
    private static final double COHESION = 0.2;

    /** Numbers, and what is said in every sentence: nobody mistypes those, and they stand beside everything. */
    private static final String NEVER_MEANT = "一二三四五六七八九十百千万两几半我你您他她它们的了吗呢吧啊呀是不有没在要给个这那就都也还又和跟把被到来去说问看想能会可以怎么什谁哪多少好老爸妈";

    /** Runs of two to four ideographs of the content, packed into numbers, in order. */
    private final long[] known;
    /** How the usual ones sound, in order, and the most usual of each sound. */
    private final long[] sounds;

    private final long[] phrases;

    private Homophones(long[] known, List<Sounding> usual) {
        this.known = known;
        this.sounds = usual.stream().mapToLong(Sounding::sound).toArray();
        this.phrases = usual.stream().mapToLong(Sounding::phrase).toArray();
    }

    private record Sounding(long sound, long phrase, int times) {
        static final Comparator<Sounding> BY_SOUND = Comparator.comparingLong(Sounding::sound)
                .thenComparing(Comparator.comparingInt(Sounding::times).reversed());
    }

    /** @param content what the words are known from */
    public static Homophones of(Collection<String> content) {
        return new Counted(content.stream().map(PlainText::folded).toList()).finish();
    }

    /** The text with what was mistyped put right, in its one spelling; the very text where nothing was. */
    public String mended(String raw) {
        String text = PlainText.folded(raw);
        StringBuilder mended = new StringBuilder();
        WordBounds bounds = new WordBounds(text);
        int copied = 0;
        int at = 0;
        while (at + SHORTEST <= text.length()) {
            int length = mistyped(text, at, bounds);
            if (length == 0) {
                at++;
            } else {
                mended.append(text, copied, at);
                unpack(meant(text, at, length), length, mended);
                at += length;
                copied = at;
            }
        }
        return copied == 0 ? raw : mended.append(text, copied, text.length()).toString();
    }

    /** How many characters from here are a phrase mistyped; 0 if none. */
    private int mistyped(String text, int at, WordBounds bounds) {
        int run = Math.min(LONGEST, ideographs(text, at));
        for (int length = run; length >= SHORTEST; length--) {
            long meant = meant(text, at, length);
            if (meant != 0 && bounds.allow(at, length)) {
                return length;
            }
        }
        return 0;
    }

    /** The phrase of the content that sounds like this; 0 where there is none, or this is what was meant. */
    private long meant(String text, int at, int length) {
        int place = Arrays.binarySearch(sounds, packedSound(text, at, length));
        if (place < 0) {
            return 0;
        }
        long typed = packed(text, at, length);
        boolean meant = phrases[place] == typed || Arrays.binarySearch(known, typed) >= 0;
        return meant || changesWhatIsPlain(text, at, length, phrases[place]) ? 0 : phrases[place];
    }

    private boolean changesWhatIsPlain(String text, int at, int length, long phrase) {
        for (int i = 0; i < length; i++) {
            char typed = text.charAt(at + i);
            char meant = (char) (phrase >>> (length - 1 - i) * Character.SIZE);
            if (typed != meant
                    && (NEVER_MEANT.indexOf(typed) >= 0
                            || NEVER_MEANT.indexOf(meant) >= 0
                            || (i == 0 && isUsual(text, at - 1))
                            || (i == length - 1 && isUsual(text, at + i)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the two characters from here are a usual phrase of the content themselves. */
    private boolean isUsual(String text, int at) {
        if (at < 0 || ideographs(text, at) < SHORTEST) {
            return false;
        }
        int place = Arrays.binarySearch(sounds, packedSound(text, at, SHORTEST));
        return place >= 0 && phrases[place] == packed(text, at, SHORTEST);
    }

    private static int ideographs(String text, int from) {
        int at = from;
        while (at < text.length() && at < from + LONGEST && isIdeograph(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private static boolean isIdeograph(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    private static long packed(String text, int at, int length) {
        long packed = 0;
        for (int i = at; i < at + length; i++) {
            packed = packed << Character.SIZE | text.charAt(i);
        }
        return packed;
    }

    private static long packedSound(String text, int at, int length) {
        long packed = 0;
        for (int i = at; i < at + length; i++) {
            packed = packed << Character.SIZE | SoundText.of(text.charAt(i));
        }
        return packed;
    }

    private static void unpack(long packed, int length, StringBuilder out) {
        for (int i = length - 1; i >= 0; i--) {
            out.append((char) (packed >>> i * Character.SIZE));
        }
    }

    /** Counts the runs of a content. */
    private static final class Counted {
        private final List<String> texts;
        private final int[] characters = new int[Character.MAX_VALUE + 1];
        private long[] runs = new long[1 << 16];
        private int size;

        Counted(List<String> texts) {
            this.texts = texts;
            texts.forEach(this::add);
            Arrays.sort(runs, 0, size);
        }

        private void add(String text) {
            for (int at = 0; at < text.length(); at++) {
                int run = ideographs(text, at);
                if (run > 0) {
                    characters[text.charAt(at)]++;
                }
                for (int length = SHORTEST; length <= run; length++) {
                    if (size == runs.length) {
                        runs = Arrays.copyOf(runs, size * 2);
                    }
                    runs[size++] = packed(text, at, length);
                }
            }
        }

        Homophones finish() {
            long[] known = new long[size];
            Map<Long, Surroundings> often = new HashMap<>();
            int distinct = 0;
            for (int from = 0, to; from < size; from = to) {
                to = from;
                while (to < size && runs[to] == runs[from]) {
                    to++;
                }
                if (isPhrase(runs[from], to - from)) {
                    often.put(runs[from], new Surroundings(to - from));
                }
                known[distinct++] = runs[from];
            }
            texts.forEach(text -> lookAround(text, often));
            List<Sounding> usual = new ArrayList<>();
            often.forEach((run, around) -> {
                if (around.differ()) {
                    sound(run, around.times, usual);
                }
            });
            usual.sort(Sounding.BY_SOUND);
            return new Homophones(Arrays.copyOf(known, distinct), firstOfEachSound(usual));
        }

        private boolean isPhrase(long run, int times) {
            if (run >>> SHORTEST * Character.SIZE != 0) {
                return times >= USUAL;
            }
            int rarer = Math.min(characters[(char) run], characters[(char) (run >>> Character.SIZE)]);
            return times >= USUAL_PAIR && times >= COHESION * rarer;
        }

        private static void lookAround(String text, Map<Long, Surroundings> often) {
            for (int at = 0; at < text.length(); at++) {
                int run = ideographs(text, at);
                for (int length = SHORTEST; length <= run; length++) {
                    Surroundings around = often.get(packed(text, at, length));
                    if (around != null) {
                        around.add(text, at, at + length);
                    }
                }
            }
        }

        /** In every reading of its characters. */
        private static void sound(long run, int times, List<Sounding> usual) {
            long[] readings = {0};
            for (int shift = (LONGEST - 1) * Character.SIZE; shift >= 0; shift -= Character.SIZE) {
                char c = (char) (run >>> shift);
                if (c != 0) {
                    String sounds = SoundText.readings(c);
                    readings = Arrays.stream(readings)
                            .flatMap(before -> sounds.chars().mapToLong(sound -> before << Character.SIZE | sound))
                            .toArray();
                }
            }
            Arrays.stream(readings).forEach(reading -> usual.add(new Sounding(reading, run, times)));
        }

        private static List<Sounding> firstOfEachSound(List<Sounding> usual) {
            List<Sounding> first = new ArrayList<>();
            for (Sounding one : usual) {
                if (first.isEmpty() || first.getLast().sound() != one.sound()) {
                    first.add(one);
                }
            }
            return first;
        }
    }

    /** What stands before and behind a run. A piece of one longer word, 修基 of 维修基金, has hardly different neighbours. */
    private static final class Surroundings {
        private final int times;
        private final StringBuilder before = new StringBuilder();
        private final StringBuilder behind = new StringBuilder();

        Surroundings(int times) {
            this.times = times;
        }

        void add(String text, int from, int to) {
            note(before, from == 0 ? ' ' : text.charAt(from - 1));
            note(behind, to == text.length() ? ' ' : text.charAt(to));
        }

        /** Every beginning and end of a text counts as a neighbour of its own. */
        private static void note(StringBuilder neighbours, char neighbour) {
            if (neighbours.length() < USUAL
                    && (neighbour == ' ' || neighbours.indexOf(String.valueOf(neighbour)) < 0)) {
                neighbours.append(neighbour);
            }
        }

        boolean differ() {
            return before.length() >= USUAL && behind.length() >= USUAL;
        }
    }
}
