package cn.huying.api.worker;

import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A button. */
enum Step {
    SIGN(Actor.Role.UNIT),
    CONTACT(Actor.Role.HANDLER),
    MISS(Actor.Role.HANDLER),
    /** To begin although nobody could be reached, which the life cycle allows after three attempts. */
    GO_ON(Actor.Role.HANDLER),
    TAKE_UP(Actor.Role.HANDLER),
    RESOLVE(Actor.Role.HANDLER);

    private final Actor.Role role;

    Step(Actor.Role role) {
        this.role = role;
    }

    /** The last part of the address its form is sent to. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Step> ofPath(String path) {
        return Stream.of(values()).filter(step -> step.path().equals(path)).findFirst();
    }

    Action action(StepForm form) {
        return switch (this) {
            case SIGN -> new Action.Plain(Verb.SIGN);
            case CONTACT -> new Action.Contact(form.channel().code(), true, form.note());
            case MISS -> new Action.MissContact(form.channel().code());
            case GO_ON -> new Action.Contact(form.channel().code(), false, form.note());
            case TAKE_UP -> new Action.Plain(Verb.TAKE_UP);
            case RESOLVE -> new Action.Resolve(form.ending().code(), form.reply(), form.evidence(), Set.of());
        };
    }

    /** The same click counts once, however often the form arrives: what came before it is part of what it came by. */
    Actor actor(Worker worker, int seen) {
        return new Actor(role, worker.id(), worker.level(), "page " + worker.id() + ' ' + seen);
    }
}
