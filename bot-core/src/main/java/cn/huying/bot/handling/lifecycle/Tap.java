package cn.huying.bot.handling.lifecycle;

import cn.huying.bot.delivery.CardCourier;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A button of a worker's card. */
public enum Tap {
    SIGN(Verb.SIGN, Actor.Role.UNIT),
    /** Asks for the reason first: a wrong tap is quickly made, and a return needs one. */
    RETURN(Verb.RETURN, Actor.Role.UNIT),
    CONTACT(Verb.CONTACT, Actor.Role.HANDLER),
    MISS(Verb.MISS_CONTACT, Actor.Role.HANDLER),
    TAKE_UP(Verb.TAKE_UP, Actor.Role.HANDLER),
    /** Opens the worker's page: a reply and its evidence are more than a tap. */
    OPEN(Verb.RESOLVE, Actor.Role.HANDLER),
    RETURN_AREA(Verb.RETURN, Actor.Role.UNIT),
    RETURN_DUTY(Verb.RETURN, Actor.Role.UNIT),
    RETURN_KNOWN(Verb.RETURN, Actor.Role.UNIT),
    /** Not returned after all. */
    STAY(Verb.RETURN, Actor.Role.UNIT);

    /** How a talk that began with a card is noted. */
    private static final String CHANNEL = "card";

    private final Verb verb;
    private final Actor.Role role;

    Tap(Verb verb, Actor.Role role) {
        this.verb = verb;
        this.role = role;
    }

    /** The buttons of an ordinary card, in their order. */
    static Stream<Tap> ordinary() {
        return Stream.of(SIGN, RETURN, CONTACT, MISS, TAKE_UP, OPEN);
    }

    /** The buttons of a card that asks why. */
    static Stream<Tap> reasons() {
        return Stream.of(RETURN_AREA, RETURN_DUTY, RETURN_KNOWN, STAY);
    }

    /** As it stands on the card and comes back with the tap. */
    public String key() {
        return this == OPEN ? CardCourier.OPEN : name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Tap> ofKey(String key) {
        return Stream.of(values()).filter(tap -> tap.key().equals(key)).findFirst();
    }

    /** The key of the words noted with a return. */
    public String reasonKey() {
        return "card.reason." + key();
    }

    public Actor.Role role() {
        return role;
    }

    Verb verb() {
        return verb;
    }

    /** @param words the reason of a return; not used by the others */
    public Action action(String words) {
        return switch (this) {
            case SIGN, TAKE_UP -> new Action.Plain(verb);
            case CONTACT -> new Action.Contact(CHANNEL, true, "");
            case MISS -> new Action.MissContact(CHANNEL);
            case RETURN, RETURN_AREA, RETURN_DUTY, RETURN_KNOWN, STAY -> new Action.Return(words);
            case OPEN -> new Action.Resolve(CHANNEL, words, words, java.util.Set.of());
        };
    }
}
