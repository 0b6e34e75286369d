package cn.huying.bot.content;

import java.util.List;

/** What became of an attempt to publish. */
public sealed interface Publication {
    record Live(Edition edition) implements Publication {}

    /** Nothing in the patch is new. */
    record Unchanged() implements Publication {}

    /** Somebody else published first, several times over: look again at what is there now. */
    record Overtaken() implements Publication {}

    record Refused(List<Objection> objections) implements Publication {
        public Refused {
            objections = List.copyOf(objections);
        }
    }
}
