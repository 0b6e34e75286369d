package cn.huying.api.wechat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;

/** Counts what the webhook did not hand on. Labels come from short fixed lists, so that no caller can invent new series. */
public final class WebhookCounters {
    private static final String OTHER = "other";
    private static final Set<String> KINDS = Set.of(
            "event:VIEW",
            "event:scancode_push",
            "event:scancode_waitmsg",
            "event:pic_sysphoto",
            "event:pic_photo_or_album",
            "event:pic_weixin",
            "event:location_select",
            "event:view_miniprogram",
            "event:subscribe_msg_popup_event",
            "event:subscribe_msg_change_event",
            "file");

    private final MeterRegistry meters;

    public WebhookCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A message of a kind this version does not handle was acknowledged. */
    void unsupported(String kind) {
        meters.counter("huying.webhook.unsupported", "kind", KINDS.contains(kind) ? kind : OTHER)
                .increment();
    }

    /** @param reason a word of this package's own, never something a caller sent */
    void refused(int status, String reason) {
        meters.counter("huying.webhook.refused", "status", Integer.toString(status), "reason", reason)
                .increment();
    }
}
