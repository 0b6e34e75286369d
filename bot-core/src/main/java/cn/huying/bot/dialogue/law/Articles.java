package cn.huying.bot.dialogue.law;

import cn.huying.bot.answer.Finder;
import cn.huying.bot.dialogue.Missed;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.phrase.ArticlePhrases;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.statute.Citation;
import cn.huying.bot.statute.Nearby;
import cn.huying.bot.statute.NearbyLaws;
import cn.huying.bot.statute.Statutes;
import cn.huying.knowledge.law.text.ArticleNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Shows residents articles of law: their text and no advice. */
public final class Articles {
    private static final Logger LOG = LoggerFactory.getLogger(Articles.class);
    /** Tells articles from entries among the choices of a conversation. */
    private static final String MARK = "law:";

    private static final int LONGEST_BARE = 40;

    private final Laws laws;
    private final Finder finder;
    private final ZoneId zone;
    private final ArticlePhrases phrases;
    private final String continuation;

    /** The laws by their names, and by what they are about. */
    public record Laws(Statutes named, NearbyLaws nearby) {}

    /** @param finder takes looks beside the event loops */
    public Articles(Laws laws, Finder finder, ZoneId zone, Phrases phrases) {
        this.laws = laws;
        this.finder = finder;
        this.zone = zone;
        this.phrases = phrases.articles();
        this.continuation = phrases.continuation();
    }

    /** The article that is all these words are about; empty where there is anything else in them. */
    public Optional<Citation> asked(String words) {
        return laws.named().cited(whole(words)).filter(Citation::alone);
    }

    /** The same of a law that is not on the shelf. What it is called is the resident's: to be asked only when no danger is heard in it. */
    public Optional<Citation> elsewhere(String words) {
        return laws.named().named(whole(words));
    }

    /** 民法典942. */
    private static String whole(String words) {
        int last = words.length() - 1;
        boolean bare = last >= 0
                && last < LONGEST_BARE
                && Character.isDigit(words.charAt(last))
                && (words.indexOf('法') >= 0 || words.indexOf('例') >= 0);
        return bare ? words + '条' : words;
    }

    /** The article, or why there is none to show; empty when it cannot be read now. */
    public Mono<Turn> show(Citation citation, Instant now) {
        return text(citation, now).map(this::said);
    }

    /** The same where something else stays open. */
    public Mono<String> text(Citation citation, Instant now) {
        return laws.named().read(citation, day(now)).map(phrases::reading);
    }

    /** The article named among other words; empty where none is. What the words ask beyond it is still without an answer. */
    public Mono<Turn> named(String words, InboxId message, Instant now) {
        return Mono.justOrEmpty(laws.named().cited(words)).flatMap(citation -> named(citation, words, message, now));
    }

    private Mono<Turn> named(Citation citation, String words, InboxId message, Instant now) {
        Missed missed = new Missed(message, words, Optional.empty());
        return text(citation, now)
                .map(text -> said(phrases.chosen(text)))
                .map(turn -> new Turn(
                        turn.reply(),
                        afterwards(turn, new Step.OfferedToRegister(words)),
                        Outcome.missing(Outcome.Kind.ANSWERED, missed)));
    }

    /** For a question nothing else answers: the article it names, or those that come near; empty where none does. */
    public Mono<Turn> instead(String words, InboxId message, Instant now) {
        return laws.named()
                .cited(words)
                .map(citation -> named(citation, words, message, now))
                .orElseGet(() -> near(words, message, now));
    }

    /** Nothing stands in for the look: words alone would be searched in the whole library, on an event loop and when the machine is short. */
    private Mono<Turn> near(String words, InboxId message, Instant now) {
        if (!laws.nearby().any()) {
            return Mono.empty();
        }
        LocalDate day = day(now);
        return finder.closely(() -> laws.nearby().near(words, day), List::<Nearby>of)
                .onErrorResume(error -> {
                    LOG.warn("no articles could be looked for: {}", error.toString());
                    return Mono.empty();
                })
                .filter(found -> !found.isEmpty())
                .map(found -> offered(found, words, message));
    }

    private Turn offered(List<Nearby> found, String words, InboxId message) {
        List<String> ids = found.stream().map(article -> id(article.citation())).toList();
        Missed missed = new Missed(message, words, Optional.empty());
        return Turn.say(
                phrases.nearby(found),
                new Step.ChoosingAnswer(ids, words),
                Outcome.missing(Outcome.Kind.OFFERED_CHOICES, missed));
    }

    /**
     * The article behind a number of the choices shown; empty when no article stands there. Another may be chosen next, or the question be
     * registered.
     */
    public Mono<Turn> chosen(Step.ChoosingAnswer choosing, int number, Instant now) {
        return Mono.justOrEmpty(Optional.of(number)
                        .filter(any -> any >= 1 && any <= choosing.entries().size())
                        .flatMap(any -> citation(choosing.entries().get(any - 1))))
                .flatMap(citation -> text(citation, now))
                .map(text -> said(phrases.chosen(text)))
                .map(turn -> turn.then(afterwards(turn, choosing)));
    }

    /** A long article is read to its end first. */
    private static Step afterwards(Turn turn, Step open) {
        return turn.next() instanceof Step.Idle ? open : turn.next();
    }

    private Turn said(String text) {
        return Turn.sayInParts(text, continuation, Outcome.Kind.ANSWERED);
    }

    private LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    private static String id(Citation citation) {
        return MARK + citation.title() + citation.number();
    }

    private static Optional<Citation> citation(String id) {
        int number = id.lastIndexOf('第');
        return id.startsWith(MARK) && number > 0
                ? ArticleNumber.of(id.substring(number))
                        .map(found -> new Citation(id.substring(MARK.length(), number), found, true))
                : Optional.empty();
    }
}
