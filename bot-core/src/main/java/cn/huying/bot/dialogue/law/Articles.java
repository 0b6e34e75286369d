package cn.huying.bot.dialogue.law;

import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.phrase.ArticlePhrases;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.statute.Citation;
import cn.huying.bot.statute.Statutes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Shows residents articles of law: their text and no advice. */
public final class Articles {
    private final Statutes statutes;
    private final ZoneId zone;
    private final ArticlePhrases phrases;
    private final String continuation;

    public Articles(Statutes statutes, ZoneId zone, Phrases phrases) {
        this.statutes = statutes;
        this.zone = zone;
        this.phrases = phrases.articles();
        this.continuation = phrases.continuation();
    }

    /** The article that is all these words are about; empty where there is anything else in them. */
    public Optional<Citation> asked(String words) {
        return named(words).filter(Citation::alone);
    }

    /** The article these words name, whatever else they say. */
    public Optional<Citation> named(String words) {
        return statutes.cited(words);
    }

    /** The article, or why there is none to show; empty when it cannot be read now. */
    public Mono<Turn> show(Citation citation, Instant now) {
        return text(citation, now).map(text -> Turn.sayInParts(text, continuation, Outcome.Kind.ANSWERED));
    }

    /** The same where something else stays open. */
    public Mono<String> text(Citation citation, Instant now) {
        return statutes.read(citation, LocalDate.ofInstant(now, zone)).map(phrases::reading);
    }
}
