package cn.huying.bot.message;

import java.time.Instant;

/**
 * Everything a resident's WeChat client can send us, decoded at the door. What the platform left out is the empty string, never null.
 * A kind we do not know is {@link Unsupported}: acknowledged and counted. Prints what kind it is, never what it says.
 */
public sealed interface InboundMessage {
    Origin origin();

    /** The resident's own words, written or heard; empty where there are none. */
    default String said() {
        return switch (this) {
            case Text text -> text.content();
            case Voice voice -> voice.recognition();
            case Image _,
                    Video _,
                    Location _,
                    Link _,
                    Subscribed _,
                    Unsubscribed _,
                    Scanned _,
                    MenuClicked _,
                    LocationReported _,
                    JobFinished _,
                    Unsupported _ -> "";
        };
    }

    /**
     * Where a message came from.
     *
     * @param accountName the official account's original id ({@code gh_…}) as the platform wrote it, needed to address a passive reply
     */
    record Origin(InboxId inboxId, Sender sender, String accountName, Instant sentAt) {}

    record Text(Origin origin, String content) implements InboundMessage {
        @Override
        public String toString() {
            return hidden("Text", content);
        }
    }

    /** @param recognition the words the platform heard; often empty, it is being retired */
    record Voice(Origin origin, String mediaId, String recognition) implements InboundMessage {
        @Override
        public String toString() {
            return hidden("Voice", recognition);
        }
    }

    record Image(Origin origin, String mediaId, String url) implements InboundMessage {}

    record Video(Origin origin, String mediaId, String thumbMediaId) implements InboundMessage {}

    /** @param label the address as the platform knows it, may be empty */
    record Location(Origin origin, double latitude, double longitude, String label) implements InboundMessage {
        @Override
        public String toString() {
            return "Location[]";
        }
    }

    record Link(Origin origin, String title, String description, String url) implements InboundMessage {
        @Override
        public String toString() {
            return hidden("Link", title);
        }
    }

    /** @param scene the QR code's scene without {@code qrscene_}; empty when followed without one */
    record Subscribed(Origin origin, String scene) implements InboundMessage {}

    record Unsubscribed(Origin origin) implements InboundMessage {}

    record Scanned(Origin origin, String scene) implements InboundMessage {}

    record MenuClicked(Origin origin, String key) implements InboundMessage {
        @Override
        public String toString() {
            return hidden("MenuClicked", key);
        }
    }

    /** The client reported where it is, without the resident having said anything. */
    record LocationReported(Origin origin, double latitude, double longitude) implements InboundMessage {
        @Override
        public String toString() {
            return "LocationReported[]";
        }
    }

    /**
     * The platform tells how a send of ours ended.
     *
     * @param job the event's name as WeChat writes it, for example {@code TEMPLATESENDJOBFINISH}
     * @param msgId the id the send returned
     * @param status as WeChat writes it, for example {@code success}
     * @param reach how many it reached; {@link Reach#UNTOLD} except for mass sends
     */
    record JobFinished(Origin origin, String job, String msgId, String status, Reach reach) implements InboundMessage {
        public static final String MASS_SEND = "MASSSENDJOBFINISH";

        public JobFinished(Origin origin, String job, String msgId, String status) {
            this(origin, job, msgId, status, Reach.UNTOLD);
        }
    }

    /**
     * How many residents a mass send was for, and what became of it.
     *
     * @param filtered left out by the platform: turned off, or too many this month
     */
    record Reach(int total, int filtered, int sent, int failed) {
        public static final Reach UNTOLD = new Reach(0, 0, 0, 0);
    }

    /** A kind this version does not handle. */
    record Unsupported(Origin origin, String kind) implements InboundMessage {}

    private static String hidden(String kind, String words) {
        return kind + '[' + words.length() + " characters]";
    }
}
