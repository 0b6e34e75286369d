package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.grid.place.PlaceFinding;
import cn.huying.bot.grid.place.PlaceResolver;
import cn.huying.bot.message.Sender;
import cn.huying.bot.resident.Home;
import cn.huying.bot.resident.ResidentStore;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Where residents live: told in words, by a door code, or by following through one. */
public final class Homes {
    private final ResidentStore residents;
    private final PlaceResolver places;
    private final Phrases phrases;

    public Homes(ResidentStore residents, PlaceResolver places, Phrases phrases) {
        this.residents = residents;
        this.places = places;
        this.phrases = phrases;
    }

    /** The home as a place; empty when not known. */
    Mono<Optional<Place>> of(Sender sender) {
        return residents
                .of(sender)
                .flatMap(residents::homeOf)
                .map(home -> Optional.of(home.place()))
                .defaultIfEmpty(Optional.empty());
    }

    Optional<Place> placeOf(String scene) {
        return places.ofScene(scene);
    }

    /** "我住幸福里3栋2单元". */
    Mono<Turn> tell(Hearing hearing, String words) {
        return switch (places.resolve(words)) {
            case PlaceFinding.Exact(Place place) -> moveIn(hearing, place);
            case PlaceFinding.Partial(Place known, PlaceFinding.Part missing, String heard) -> moveIn(hearing, known);
            case PlaceFinding.Ambiguous(List<Place> candidates) ->
                Mono.just(Turn.say(
                        phrases.whichHome(candidates), new Step.ChoosingHome(candidates), Outcome.Kind.TALKED));
            case PlaceFinding.Missing() -> Mono.just(hearing.stay(phrases.homeUnknown()));
        };
    }

    Mono<Turn> moveIn(Hearing hearing, Place place) {
        return settle(hearing.origin().sender(), place).thenReturn(Turn.say(phrases.homeKept(place)));
    }

    /** Follows the account; a door code in the scene tells the home. A scene we do not know gives no home and no rights. */
    Mono<Turn> follow(Hearing hearing, String scene) {
        Sender sender = hearing.origin().sender();
        Optional<Place> place = places.ofScene(scene);
        Mono<Void> settled = place.map(home -> settle(sender, home)).orElse(Mono.empty());
        return residents
                .follows(sender, true, hearing.origin().sentAt())
                .then(settled)
                .thenReturn(Turn.say(phrases.welcome(place)));
    }

    Mono<Turn> unfollow(Hearing hearing) {
        return residents
                .follows(hearing.origin().sender(), false, hearing.origin().sentAt())
                .thenReturn(Turn.silence(new Step.Idle()));
    }

    private Mono<Void> settle(Sender sender, Place place) {
        return residents.of(sender).flatMap(resident -> residents.settle(resident, new Home(place)));
    }
}
