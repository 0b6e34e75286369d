package cn.huying.bot.dialogue;

import cn.huying.bot.dialogue.Outcome.Kind;
import cn.huying.bot.handling.Next;
import cn.huying.bot.handling.Progress;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.request.Action;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Rating;
import cn.huying.bot.request.Rating.Satisfaction;
import cn.huying.bot.request.Rating.Solved;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.resident.ResidentId;
import cn.huying.bot.resident.ResidentStore;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** 我的诉求 and the two numbers of the follow-up. */
public final class Inquiries {
    /** A message lists what a resident can take in; the rest is on the progress page. */
    private static final int MOST_LISTED = 5;

    private final ResidentStore residents;
    private final Requests requests;
    private final Phrases phrases;

    public Inquiries(ResidentStore residents, Requests requests, Phrases phrases) {
        this.residents = residents;
        this.requests = requests;
        this.phrases = phrases;
    }

    /** The resident's requests and, below them, what the channel would not carry when it happened. */
    Mono<Turn> list(Hearing hearing) {
        return residents
                .of(hearing.origin().sender())
                .flatMap(requests::progress)
                .map(all -> hearing.stay(told(all.stream().limit(MOST_LISTED).toList())));
    }

    private String told(List<Progress> shown) {
        List<String> lines = shown.stream()
                .map(progress -> phrases.myRequestsLine(
                        progress.number().toString(),
                        progress.category(),
                        progress.state().textKey(),
                        progress.place()))
                .toList();
        List<String> missed = shown.stream()
                .flatMap(progress -> progress.missed().stream())
                .map(phrases::notice)
                .toList();
        return phrases.myRequests(lines, missed);
    }

    /** Two digits answer the follow-up of the request that waits for it: solved, satisfied. */
    Mono<Turn> rate(Hearing hearing, int number) {
        Optional<Rating> rating = rating(number);
        if (rating.isEmpty()) {
            return Mono.just(hearing.stay(phrases.notAChoice()));
        }
        return residents.of(hearing.origin().sender()).flatMap(resident -> rate(hearing, resident, rating.get()));
    }

    private Mono<Turn> rate(Hearing hearing, ResidentId resident, Rating rating) {
        Turn nothingWaits = hearing.stay(phrases.notAChoice());
        return requests.progress(resident)
                .flatMap(all -> Mono.justOrEmpty(all.stream()
                        .filter(progress -> progress.state() == RequestState.FOLLOW_UP)
                        .findFirst()))
                .flatMap(waiting -> requests.act(waiting.id(), action(rating), Actor.resident(resident))
                        .map(next -> switch (next) {
                            case Next.Moved moved ->
                                Turn.say(
                                        phrases.rated(waiting.number().toString(), !rating.closes()),
                                        hearing.step(),
                                        Kind.TALKED);
                            case Next.Refused refused -> nothingWaits;
                        }))
                .defaultIfEmpty(nothingWaits);
    }

    private static Action action(Rating rating) {
        return rating.closes() ? new Action.Satisfied(rating) : new Action.Dissatisfied(rating, "resident", "");
    }

    private static Optional<Rating> rating(int number) {
        int solved = number / 10;
        int satisfied = number % 10;
        if (number > 33 || solved < 1 || satisfied < 1 || satisfied > 3) {
            return Optional.empty();
        }
        return Optional.of(new Rating(Solved.values()[solved - 1], Satisfaction.values()[satisfied - 1]));
    }
}
