package cn.huying.api.wechat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements of a message that are used, and how many chars of each are kept. Everything else in the document is skipped. */
enum Element {
    /** Ids: one more than allowed, so that a longer one is refused and not cut into shape. */
    TO_USER_NAME("ToUserName", 65),
    FROM_USER_NAME("FromUserName", 65),
    CREATE_TIME("CreateTime", 16),
    MSG_TYPE("MsgType", 64),
    EVENT("Event", 64),
    MSG_ID("MsgId", 65),
    CONTENT("Content", 4_096),
    MEDIA_ID("MediaId", 256),
    THUMB_MEDIA_ID("ThumbMediaId", 256),
    PIC_URL("PicUrl", 1_024),
    RECOGNITION("Recognition", 2_048),
    LOCATION_X("Location_X", 32),
    LOCATION_Y("Location_Y", 32),
    LABEL("Label", 256),
    TITLE("Title", 256),
    DESCRIPTION("Description", 1_024),
    URL("Url", 1_024),
    EVENT_KEY("EventKey", 128),
    LATITUDE("Latitude", 32),
    LONGITUDE("Longitude", 32),
    STATUS("Status", 128),
    /** Of a finished mass send. */
    TOTAL_COUNT("TotalCount", 12),
    FILTER_COUNT("FilterCount", 12),
    SENT_COUNT("SentCount", 12),
    ERROR_COUNT("ErrorCount", 12),
    /** Of a finished send; inside a list for subscription notices. */
    JOB_ID("MsgID", 64),
    ERROR_STATUS("ErrorStatus", 128);

    private static final Map<String, Element> BY_NAME = new HashMap<>();

    static {
        for (Element element : values()) {
            BY_NAME.put(element.tag, element);
        }
    }

    private final String tag;
    private final int most;

    Element(String tag, int most) {
        this.tag = tag;
        this.most = most;
    }

    /** The element at this depth (the root is 1), or null when it is not used there. */
    static @Nullable Element at(int depth, String name) {
        Element element = depth < 2 ? null : BY_NAME.get(name);
        return depth == 2 || element == JOB_ID || element == ERROR_STATUS ? element : null;
    }

    /** What is kept of its text. Ids are kept as they are: cleaning one would turn it into another. */
    String kept(String text) {
        return switch (this) {
            case FROM_USER_NAME, TO_USER_NAME, MSG_ID -> text.length() > most ? text.substring(0, most) : text;
            default -> CleanText.of(text, most);
        };
    }
}
