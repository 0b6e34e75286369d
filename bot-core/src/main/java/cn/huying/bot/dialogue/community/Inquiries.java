package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Outcome.Kind;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.handling.Progress;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.request.action.Rating;
import cn.huying.bot.request.action.Rating.Satisfaction;
import cn.huying.bot.request.action.Rating.Solved;
import cn.huying.bot.resident.ResidentId;
import cn.huying.bot.resident.ResidentStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                .map(progress -> phrases.requests()
                        .myRequestsLine(
                                progress.number().toString(),
                                progress.category(),
                                progress.state().textKey(),
                                progress.place()))
                .toList();
        List<String> missed = shown.stream()
                .flatMap(progress -> progress.missed().stream())
                .map(phrases.requests()::notice)
                .toList();
        return phrases.requests().myRequests(lines, missed);
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
        Actor actor = Actor.resident(resident).via(hearing.origin().inboxId());
        return requests.progress(resident)
                .flatMapIterable(Inquiries::ratable)
                .concatMap(progress -> requests.act(progress.id(), action(rating), actor))
                .ofType(Next.Moved.class)
                .next()
                .map(rated -> Turn.say(
                        phrases.requests().rated(rated.request().number().toString(), !rating.closes()),
                        hearing.step(),
                        Kind.TALKED))
                .defaultIfEmpty(hearing.stay(phrases.notAChoice()));
    }

    /** First those that may have got their rating by this very message, before a crash; then the newest that waits for one. */
    private static List<Progress> ratable(List<Progress> all) {
        List<Progress> ratable = new ArrayList<>(in(all, Set.of(RequestState.CLOSED, RequestState.REWORK)));
        in(all, Set.of(RequestState.FOLLOW_UP)).stream().findFirst().ifPresent(ratable::add);
        return ratable;
    }

    private static List<Progress> in(List<Progress> all, Set<RequestState> states) {
        return all.stream()
                .filter(progress -> states.contains(progress.state()))
                .toList();
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
