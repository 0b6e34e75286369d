package cn.huying.bot.intent;

import cn.huying.knowledge.analysis.PhraseMatcher;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tells what a resident wants from the words alone. Commands, numbers and small talk only where they are the whole message; else the cues
 * inside decide between a question and trouble. Linear in the length of the message.
 */
public final class IntentReader {
    /** Longer messages are never a place alone. */
    private static final int LONGEST_PLACE = 40;

    private static final int LONGEST_FEEDBACK = 60;

    /** Who says more than 不知道在哪里 does want to know something. */
    private static final int LONGEST_UNSURE = 10;

    private final IntentLexicon lexicon;
    private final Talk talk;
    private final FeedbackReader feedback;
    private final BesideReader besides;
    private final PhraseMatcher cues;
    private final List<Set<Cue>> cuesOf;
    private final Remains remains;

    private IntentReader(IntentLexicon lexicon) {
        this.lexicon = lexicon;
        this.talk = new Talk(lexicon);
        this.feedback = new FeedbackReader(lexicon.feedback(), courtesies(lexicon));
        this.besides = new BesideReader(lexicon.besides(), lexicon.besidePolitely(), this::read);
        this.cues = PhraseMatcher.of(lexicon.cues().keySet());
        this.cuesOf = List.copyOf(lexicon.cues().values());
        this.remains = new Remains(cues, cuesOf);
    }

    /** @throws ConfigException with every problem of the file */
    public static IntentReader load(Path file) {
        return of(YamlFile.read(file));
    }

    /** @throws ConfigException with every problem of the file */
    public static IntentReader of(YamlFile file) {
        return new IntentReader(IntentLexicon.read(file));
    }

    private static Set<String> courtesies(IntentLexicon lexicon) {
        Set<String> courtesies = new HashSet<>(lexicon.particles());
        lexicon.smallTalk().forEach((word, kind) -> {
            if (kind == SmallTalkKind.THANKS || kind == SmallTalkKind.ACKNOWLEDGE) {
                courtesies.add(word);
            }
        });
        return courtesies;
    }

    /** What the words say of an answer, if one was given before them; empty when there is anything else in them. */
    public Optional<Feedback> feedback(String text) {
        return text.length() > LONGEST_FEEDBACK ? Optional.empty() : feedback.read(PlainText.squeezed(text));
    }

    /** What the words ask of an answer, if one was given before them; empty when they name anything of their own. */
    public Optional<Set<Aspect>> followUp(String text) {
        String squeezed = text.length() > LONGEST_FEEDBACK ? "" : PlainText.squeezed(text);
        return lexicon.followUps().read(squeezed).filter(_ -> !isSmallTalk(squeezed));
    }

    /** Whether the words may lean on an answer before them, though they say something of their own: 月收入5000能申请吗. */
    public boolean leans(String text) {
        return text.length() <= LONGEST_FEEDBACK && lexicon.followUps().leans(PlainText.squeezed(text));
    }

    /** What words that lean on an answer name themselves: 天然气 of 天然气能申请吗; empty when nothing. */
    public String named(String leaning) {
        return lexicon.followUps().named(PlainText.squeezed(leaning));
    }

    /** 退休的呢: whether the words ask of somebody by what they are, and of nothing else. */
    public boolean isOfOthers(String text) {
        return text.length() <= LONGEST_FEEDBACK && lexicon.followUps().isOfOthers(PlainText.squeezed(text));
    }

    /** 好的呢. */
    private boolean isSmallTalk(String squeezed) {
        return talk.read(squeezed).filter(Intent.SmallTalk.class::isInstance).isPresent();
    }

    /** A question beside something else in one message; empty when it says one thing. */
    public Optional<Beside> beside(String text) {
        return besides.read(text).filter(both -> followUp(both.question()).isEmpty());
    }

    /** The words by which a sentence tells of an aspect. */
    public List<String> signs(Aspect aspect) {
        return lexicon.followUps().signs(aspect);
    }

    public Intent read(String text) {
        String squeezed = PlainText.squeezed(text);
        if (squeezed.isEmpty()) {
            return text.isBlank() ? new Intent.Unclear(text) : new Intent.SmallTalk(SmallTalkKind.STICKER);
        }
        OptionalInt number = Numbers.read(squeezed);
        if (number.isPresent()) {
            return new Intent.Number(number.getAsInt());
        }
        String said = Numbers.withoutRequestNumber(squeezed);
        return said.isEmpty()
                ? new Intent.Command(CommandKind.MY_REQUESTS)
                : talk.read(said).orElseGet(() -> free(text, said));
    }

    /** A message in the resident's own words. */
    private Intent free(String text, String squeezed) {
        if (lexicon.additions().stream().anyMatch(squeezed::startsWith)) {
            return new Intent.Add(text);
        }
        Set<Cue> heard = heard(squeezed, text);
        if (heard.contains(Cue.INQUIRY)) {
            return new Intent.Ask(text, false);
        }
        if (heard.contains(Cue.CORRECTION) && !heard.contains(Cue.QUESTION)) {
            return new Intent.Correct(text);
        }
        if (takesBack(heard) && !remains.isLeft(text)) {
            return new Intent.Withdraw(text);
        }
        if (heard.contains(Cue.UNSOLVED)) {
            return new Intent.Unsolved(text);
        }
        if (heard.contains(Cue.URGE)) {
            return heard.contains(Cue.OTHERS) ? new Intent.Ask(text, false) : new Intent.Urge(text);
        }
        return matterOrQuestion(text, squeezed, heard);
    }

    private static boolean takesBack(Set<Cue> heard) {
        return heard.contains(Cue.WITHDRAW)
                && !heard.contains(Cue.KEEP)
                && !heard.contains(Cue.QUESTION)
                && !heard.contains(Cue.UNSOLVED)
                && !heard.contains(Cue.URGE);
    }

    private Intent matterOrQuestion(String text, String squeezed, Set<Cue> heard) {
        boolean trouble = heard.contains(Cue.TROUBLE);
        boolean question = heard.contains(Cue.QUESTION) && !isUnsure(squeezed, heard);
        if (!trouble && !question && !heard.contains(Cue.DEMAND)) {
            Optional<Intent> other = placeOrTalk(text, squeezed, heard);
            if (other.isPresent()) {
                return other.get();
            }
        }
        boolean demands = heard.contains(Cue.DEMAND) || heard.contains(Cue.RHETORICAL);
        if (question && !demands) {
            return new Intent.Ask(text, trouble);
        }
        if (trouble || demands) {
            return new Intent.Report(text);
        }
        return isUnsure(squeezed, heard) ? new Intent.Unsure(text) : new Intent.Unclear(text);
    }

    /** 不知道是哪个单元 asks nothing. */
    private static boolean isUnsure(String squeezed, Set<Cue> heard) {
        return heard.contains(Cue.UNSURE) && squeezed.length() <= LONGEST_UNSURE;
    }

    private Optional<Intent> placeOrTalk(String text, String squeezed, Set<Cue> heard) {
        Optional<String> place = place(text, squeezed);
        if (place.isPresent()) {
            return Optional.of(new Intent.Bind(place.get()));
        }
        if (heard.contains(Cue.ABUSE)) {
            return Optional.of(new Intent.SmallTalk(SmallTalkKind.ABUSE));
        }
        if (heard.contains(Cue.PRAISE)) {
            return Optional.of(new Intent.SmallTalk(SmallTalkKind.PRAISE));
        }
        return heard.contains(Cue.WEATHER)
                ? Optional.of(new Intent.SmallTalk(SmallTalkKind.WEATHER))
                : Optional.empty();
    }

    /** What follows 我住, as the resident wrote it. */
    private Optional<String> place(String text, String squeezed) {
        for (String beginning : lexicon.bindings()) {
            boolean fits = squeezed.startsWith(beginning) && squeezed.length() <= LONGEST_PLACE + beginning.length();
            String rest = fits ? squeezed.substring(beginning.length()) : "";
            if (!rest.isEmpty() && lexicon.notPlaces().stream().noneMatch(rest::startsWith)) {
                return Optional.of(after(text, beginning));
            }
        }
        return Optional.empty();
    }

    /** The rest of the original text after as many letters as the beginning has. */
    private static String after(String text, String beginning) {
        int left = beginning.length();
        int at = 0;
        while (at < text.length() && left > 0) {
            left -= Character.isLetterOrDigit(text.charAt(at)) ? 1 : 0;
            at++;
        }
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return text.substring(at).strip();
    }

    private Set<Cue> heard(String squeezed, String text) {
        Set<Cue> heard = EnumSet.noneOf(Cue.class);
        cues.scan(squeezed, (phrase, _, _) -> heard.addAll(cuesOf.get(phrase)));
        if (text.indexOf('?') >= 0 || text.indexOf('？') >= 0) {
            heard.add(Cue.QUESTION);
        }
        return heard;
    }
}
