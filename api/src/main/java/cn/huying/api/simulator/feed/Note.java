package cn.huying.api.simulator.feed;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** One thing the platform still knows after a restart. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "note")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Note.Said.class, name = "said"),
    @JsonSubTypes.Type(value = Note.MassSent.class, name = "mass"),
    @JsonSubTypes.Type(value = Note.Posted.class, name = "posted"),
    @JsonSubTypes.Type(value = Note.Carded.class, name = "card"),
    @JsonSubTypes.Type(value = Note.Coded.class, name = "code"),
    @JsonSubTypes.Type(value = Note.Follows.class, name = "follower"),
})
public sealed interface Note {
    /** A later note of the same name takes the place of this one. */
    String name();

    /** A line stands on a phone. */
    record Said(PhoneEntry entry) implements Note {
        @Override
        public String name() {
            return "said|" + entry.id();
        }
    }

    /**
     * A mass send was carried out.
     *
     * @param key its {@code clientmsgid}, may be empty
     * @param reached those of the residents with a phone who got it
     */
    record MassSent(String msgId, String key, Instant at, String text, List<String> reached) implements Note {
        public MassSent {
            reached = List.copyOf(reached);
        }

        @Override
        public String name() {
            return "mass|" + msgId;
        }
    }

    /** A robot wrote into a group. */
    record Posted(GroupPost post) implements Note {
        @Override
        public String name() {
            return "posted|" + post.id();
        }
    }

    /** A card stands on a worker's phone like this. */
    record Carded(WorkCard card) implements Note {
        @Override
        public String name() {
            return "card|" + card.worker() + '|' + card.task();
        }
    }

    /** A response code was given out, and perhaps used. */
    record Coded(String code, String worker, String task, Instant end, boolean used) implements Note {
        @Override
        public String name() {
            return "code|" + code;
        }
    }

    /** Whether a resident follows, and how many messages may still be sent there until when. */
    record Follows(
            String openId, boolean following, int written, Instant writtenUntil, int touched, Instant touchedUntil)
            implements Note {
        @Override
        public String name() {
            return "follower|" + openId;
        }
    }
}
