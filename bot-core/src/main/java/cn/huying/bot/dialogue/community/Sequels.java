package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Outcome.Kind;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.Wish;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.dialogue.community.phrase.RequestPhrases;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestNumber;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.resident.ResidentId;
import cn.huying.bot.resident.ResidentStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * What residents say about requests made before: urging, saying that it was not done, appealing, answering what a worker asked. Everything is
 * done by the message's own id, so that handling it again finds what it did the first time and says the same.
 */
public final class Sequels {
    private static final int HIGHEST_RATING = 33;
    private static final int LOWEST_RATING = 11;
    private static final int MOST_CHOICES = 5;

    private final ResidentStore residents;
    private final Requests requests;
    private final Reporting reporting;
    private final Amendments amendments;
    private final RequestPhrases phrases;

    /** A resident's message beside the requests of that resident, newest first. */
    private record Scene(Hearing hearing, Actor actor, List<ServiceRequest> all) {
        Optional<ServiceRequest> touched() {
            return all.stream().filter(request -> deed(request).isPresent()).findFirst();
        }

        Optional<RequestEvent> deed(ServiceRequest request) {
            return request.last(event -> actor.did(event, event.verb()));
        }

        List<ServiceRequest> fitting(Predicate<ServiceRequest> which) {
            return all.stream().filter(which).toList();
        }
    }

    public Sequels(
            ResidentStore residents, Requests requests, Reporting reporting, Amendments amendments, Phrases phrases) {
        this.residents = residents;
        this.requests = requests;
        this.reporting = reporting;
        this.amendments = amendments;
        this.phrases = phrases.requests();
    }

    private Mono<Scene> scene(Hearing hearing) {
        return residents
                .of(hearing.origin().sender())
                .flatMap(resident ->
                        requests.of(resident).map(all -> new Scene(hearing, actor(hearing, resident), all)));
    }

    private static Actor actor(Hearing hearing, ResidentId resident) {
        return Actor.resident(resident).via(hearing.origin().inboxId());
    }

    /** Words that speak of a request made before. Empty when they tell of something new all the same. */
    Mono<Turn> wish(Hearing hearing, Wish wish) {
        return fulfilled(hearing, wish)
                .switchIfEmpty(Mono.defer(() -> isAnew(wish, hearing.words())
                        ? Mono.empty()
                        : Mono.just(stay(hearing, phrases.nothingTo(wish, hearing.words())))));
    }

    /** The same, and empty also when there is no request the words could be about. */
    Mono<Turn> fulfilled(Hearing hearing, Wish wish) {
        return scene(hearing).flatMap(scene -> {
            Optional<ServiceRequest> touched = scene.touched();
            if (touched.isPresent()) {
                return Mono.just(told(scene, wish, touched.get()));
            }
            boolean anew = isAnew(wish, hearing.words());
            for (Wish meant : wish.orElse()) {
                List<ServiceRequest> fitting = fitting(scene, meant, anew);
                if (!fitting.isEmpty()) {
                    return fulfil(scene, meant, fitting);
                }
            }
            return Mono.empty();
        });
    }

    /** Whoever urges or complains may tell of something new all the same; what is named is not taken for something else. */
    private boolean isAnew(Wish wish, String words) {
        return switch (wish) {
            case URGE, REWORK, ANSWER, ADD -> reporting.gist().isMatterSomewhere(words);
            case WITHDRAW -> reporting.gist().isMatter(words);
            case APPEAL, MOVE -> false;
        };
    }

    /**
     * Words of discontent said after a request was asked about, or reported done, later than whatever else they could be about. Empty when
     * there is no such request.
     */
    Mono<Turn> objection(Hearing hearing, Instant since) {
        return scene(hearing).flatMap(scene -> {
            Optional<ServiceRequest> touched = scene.touched();
            if (touched.isPresent()) {
                return Mono.just(told(scene, Wish.REWORK, touched.get()));
            }
            return Mono.justOrEmpty(
                            scene
                                    .fitting(request -> isWaiting(request)
                                            && movedAt(request).isAfter(since))
                                    .stream()
                                    .max(Comparator.comparing(Sequels::movedAt)))
                    .flatMap(request -> fulfil(
                            scene,
                            request.state() == RequestState.FOLLOW_UP ? Wish.REWORK : Wish.ANSWER,
                            request,
                            hearing.words()));
        });
    }

    private static boolean isWaiting(ServiceRequest request) {
        return request.state() == RequestState.FOLLOW_UP || request.state() == RequestState.NEEDS_INFO;
    }

    private static Instant movedAt(ServiceRequest request) {
        return request.history().getLast().at();
    }

    /** 修改 with nothing being told: what can be changed of a request that is worked on. Empty when there is none. */
    Mono<Turn> howToChange(Hearing hearing) {
        return scene(hearing)
                .filter(scene ->
                        !scene.fitting(request -> request.state().isOpen()).isEmpty())
                .map(scene -> stay(hearing, phrases.howToChange()));
    }

    /** Those the words can be about: the one whose number they name, or those of the category they speak of. */
    private List<ServiceRequest> fitting(Scene scene, Wish wish, boolean ofTheSameMatter) {
        Hearing hearing = scene.hearing();
        List<ServiceRequest> possible = scene.fitting(
                request -> wish.on(request, hearing.words(), hearing.now()).isPresent());
        Optional<RequestNumber> named = RequestNumber.find(hearing.words());
        if (named.isPresent()) {
            return possible.stream()
                    .filter(request -> request.number().equals(named.get()))
                    .toList();
        }
        List<ServiceRequest> same = possible.stream()
                .filter(request -> reporting.gist().isAbout(hearing.words(), request.submission()))
                .toList();
        return same.isEmpty() && !ofTheSameMatter ? possible : same;
    }

    private Mono<Turn> fulfil(Scene scene, Wish wish, List<ServiceRequest> fitting) {
        if (fitting.size() == 1) {
            return fulfil(scene, wish, fitting.getFirst(), scene.hearing().words());
        }
        List<ServiceRequest> shown = fitting.stream().limit(MOST_CHOICES).toList();
        return Mono.just(Turn.say(
                phrases.whichRequest(shown),
                new Step.ChoosingRequest(
                        shown.stream().map(request -> request.id().value()).toList(),
                        wish,
                        scene.hearing().words()),
                Kind.TALKED));
    }

    private Mono<Turn> fulfil(Scene scene, Wish wish, ServiceRequest request, String words) {
        Hearing hearing = scene.hearing();
        Optional<Action> action = wish.on(request, words, hearing.now());
        if (action.isEmpty()) {
            return Mono.just(stay(hearing, phrases.refused(wish, request)));
        }
        return switch (wish) {
            case WITHDRAW -> amendments.askToWithdraw(hearing, request);
            case MOVE -> amendments.move(hearing, request, words);
            case URGE, REWORK, APPEAL, ANSWER, ADD -> act(scene, wish, request, action.get());
        };
    }

    private Mono<Turn> act(Scene scene, Wish wish, ServiceRequest request, Action action) {
        return requests.act(request.id(), action, scene.actor()).map(next -> switch (next) {
            case Next.Moved(ServiceRequest moved) -> told(scene, wish, moved);
            case Next.Refused refused -> stay(scene.hearing(), phrases.refused(wish, request));
        });
    }

    /** The number that picks one of several. */
    Mono<Turn> chosen(Hearing hearing, Step.ChoosingRequest choosing, int number) {
        RequestId id = new RequestId(choosing.requests().get(number - 1));
        return scene(hearing)
                .flatMap(scene -> Mono.justOrEmpty(scene.touched())
                        .map(touched -> told(scene, choosing.wish(), touched))
                        .switchIfEmpty(Mono.defer(() -> requests.find(id)
                                .flatMap(request -> fulfil(scene, choosing.wish(), request, choosing.words())))));
    }

    /**
     * Words that answer what a worker asked, when one did. Empty otherwise. Whoever tells of another matter at another place is not
     * answering; whoever might be can still have it registered.
     */
    Mono<Turn> answer(Hearing hearing, Intent intent) {
        return mayAnswer(hearing)
                .filter(may -> may)
                .flatMap(_ -> scene(hearing))
                .flatMap(scene -> {
                    Optional<ServiceRequest> touched = scene.touched();
                    if (touched.isPresent()) {
                        boolean answered = scene.deed(touched.get())
                                .filter(event -> event.verb() == Verb.ANSWER)
                                .isPresent();
                        return answered ? Mono.just(kept(scene, intent, touched.get())) : Mono.empty();
                    }
                    List<ServiceRequest> asked = scene.fitting(
                            request -> request.state() == RequestState.NEEDS_INFO && isAnswer(scene, intent, request));
                    return switch (asked.size()) {
                        case 0 -> Mono.empty();
                        case 1 -> answer(scene, intent, asked.getFirst());
                        default -> fulfil(scene, Wish.ANSWER, asked);
                    };
                });
    }

    /** Whether a worker may have asked something of the resident. */
    Mono<Boolean> mayAnswer(Hearing hearing) {
        return residents.of(hearing.origin().sender()).flatMap(requests::mayHaveBeenAsked);
    }

    private boolean isAnswer(Scene scene, Intent intent, ServiceRequest request) {
        return switch (intent) {
            case Intent.Number(int number) ->
                number < LOWEST_RATING
                        || number > HIGHEST_RATING
                        || scene.fitting(other -> other.state() == RequestState.FOLLOW_UP)
                                .isEmpty();
            case Intent.Report(String text) -> isAnswer(text, request);
            case Intent.Unclear(String text) -> isAnswer(text, request);
            case Intent.Bind _, Intent.Command _ -> true;
            case Intent.Unsure _ -> true;
            case Intent.SmallTalk _,
                    Intent.Ask _,
                    Intent.Urge _,
                    Intent.Unsolved _,
                    Intent.Add _,
                    Intent.Withdraw _,
                    Intent.Correct _ -> false;
        };
    }

    private boolean isAnswer(String text, ServiceRequest request) {
        return !reporting.gist().isMatterSomewhere(text) || reporting.gist().isAbout(text, request.submission());
    }

    private Mono<Turn> answer(Scene scene, Intent intent, ServiceRequest request) {
        Action answer = new Action.Answer(scene.hearing().words());
        return requests.act(request.id(), answer, scene.actor()).flatMap(next -> switch (next) {
            case Next.Moved(ServiceRequest moved) -> Mono.just(kept(scene, intent, moved));
            case Next.Refused refused -> Mono.empty();
        });
    }

    private Turn kept(Scene scene, Intent intent, ServiceRequest request) {
        String words = scene.hearing().words();
        return intent instanceof Intent.Report || intent instanceof Intent.Unclear
                ? Turn.say(phrases.infoKeptOrNew(request), new Step.OfferedToRegister(words), Kind.TALKED)
                : stay(scene.hearing(), phrases.infoKept(request));
    }

    /** What the message came to, read from the request's history. */
    private Turn told(Scene scene, Wish wish, ServiceRequest request) {
        if (wish == Wish.WITHDRAW && Amendments.isCalledBack(request)) {
            return Turn.say(phrases.calledBack(request));
        }
        Verb verb = scene.deed(request).map(RequestEvent::verb).orElse(Verb.URGE);
        return stay(scene.hearing(), phrases.done(verb, request));
    }

    /** Leaves a matter that is being told where it was, and closes anything else. */
    private static Turn stay(Hearing hearing, String text) {
        return Steps.isDraft(hearing.step()) ? hearing.stay(text) : Turn.say(text);
    }
}
