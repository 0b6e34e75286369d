package cn.huying.api.simulator.feed;

import java.time.Instant;

/** What a robot wrote into a grid's group. */
public record GroupPost(long id, String gridId, Instant at, Format format, String content) {
    /** How WeCom would draw it. */
    public enum Format {
        TEXT,
        MARKDOWN
    }
}
