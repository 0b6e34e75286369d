package cn.huying.api.worker;

import cn.huying.bot.handling.lifecycle.Guard;
import cn.huying.bot.handling.lifecycle.Next.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a worker is told after a click. Travels in the address of the page that follows, so it is one of these and never free text. */
enum Told {
    SIGN,
    CONTACT,
    MISS,
    GO_ON,
    TAKE_UP,
    RESOLVE,
    /** Somebody else was faster. */
    OVERTAKEN,
    /** Only a higher level may do it. */
    HIGHER_LEVEL,
    /** Requests that were split off are still open. */
    CHILDREN_OPEN,
    NOT_ALLOWED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return "worker.told." + code();
    }

    static Optional<Told> ofCode(String code) {
        return Stream.of(values()).filter(told -> told.code().equals(code)).findFirst();
    }

    static Told done(Step step) {
        return switch (step) {
            case SIGN -> SIGN;
            case CONTACT -> CONTACT;
            case MISS -> MISS;
            case GO_ON -> GO_ON;
            case TAKE_UP -> TAKE_UP;
            case RESOLVE -> RESOLVE;
        };
    }

    static Told refused(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoSuchRequest _, Refusal.NotFromHere _ -> OVERTAKEN;
            case Refusal.NotYours _ -> NOT_ALLOWED;
            case Refusal.Unmet(Guard guard) ->
                switch (guard) {
                    case FROM_THE_RAISED_LEVEL -> HIGHER_LEVEL;
                    case CHILDREN_RESOLVED -> CHILDREN_OPEN;
                    case MISSED_LESS_THAN_THRICE -> OVERTAKEN;
                    default -> NOT_ALLOWED;
                };
        };
    }
}
