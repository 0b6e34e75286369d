package cn.huying.api.wecom;

import cn.huying.api.callback.Element;
import cn.huying.api.callback.MessageXml;
import cn.huying.api.callback.Seal;
import cn.huying.api.callback.SignedQuery;
import cn.huying.api.callback.XmlWriter;
import cn.huying.bot.handling.Click;
import cn.huying.bot.handling.lifecycle.Tap;
import cn.huying.bot.staff.WorkerId;
import cn.huying.knowledge.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** The application's side of the callback: opens what is posted, and reads taps on cards out of it. */
final class TapDoor {
    /** What a posted envelope came to. */
    sealed interface Opened {
        record Tapped(Click click) implements Opened {}

        /** From the platform, but nothing we act on: an event of another kind, a card of another program. */
        record Other() implements Opened {}

        /**
         * @param status 403 when it may not come from the platform or is not meant for this application, 400 when it cannot be read
         * @param reason one of a few fixed words, for counting
         */
        record Refused(int status, String reason) implements Opened {}
    }

    private static final int VIA_DIGITS = 32;

    private final WecomApp app;
    private final Seal seal;
    private final Clock clock;

    TapDoor(WecomApp app, Clock clock) {
        this.app = app;
        this.seal = new Seal(app.token(), app.aesKey(), app.corpId(), clock);
        this.clock = clock;
    }

    /** What to answer a verification with; empty when it is not the platform's, or not recent. */
    Optional<byte[]> echo(SignedQuery query) {
        return seal.echo(query);
    }

    /** What can be told without the body. Saves reading what is refused anyway. */
    boolean mayOpen(SignedQuery query) {
        return seal.mayOpen(query);
    }

    /** Verifies, decrypts, decodes, in this order. */
    Opened open(SignedQuery query, byte[] body) {
        return switch (seal.open(query, body)) {
            case Seal.Opened.Refused(int status, String reason) -> new Opened.Refused(status, reason);
            case Seal.Opened.Document(byte[] document) ->
                MessageXml.read(document).map(this::decode).orElseGet(() -> new Opened.Refused(400, "xml"));
        };
    }

    /** Puts words in the place of the tapped card's buttons. */
    byte[] told(WorkerId worker, String words) {
        StringBuilder xml = new StringBuilder(256).append("<xml>");
        XmlWriter.element(xml, "ToUserName", worker.value());
        XmlWriter.element(xml, "FromUserName", app.corpId());
        xml.append("<CreateTime>").append(clock.millis() / 1_000).append("</CreateTime>");
        XmlWriter.element(xml, "MsgType", "update_button");
        xml.append("<Button>");
        XmlWriter.element(xml, "ReplaceName", words);
        xml.append("</Button></xml>");
        return seal.seal(xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Opened decode(MessageXml xml) {
        String agent = xml.get(Element.AGENT_ID);
        if (!xml.get(Element.TO_USER_NAME).equals(app.corpId())
                || !(agent.isEmpty() || agent.equals(Integer.toString(app.agentId())))) {
            return new Opened.Refused(403, "receiver");
        }
        boolean tap = xml.get(Element.MSG_TYPE).equals("event")
                && xml.get(Element.EVENT).equals("template_card_event");
        return tap ? tapped(xml) : new Opened.Other();
    }

    private static Opened tapped(MessageXml xml) {
        String worker = xml.get(Element.FROM_USER_NAME);
        if (!WorkerId.isWorkerId(worker)) {
            return new Opened.Refused(400, "FromUserName");
        }
        Optional<Click.Task> task = Click.task(xml.get(Element.TASK_ID));
        Optional<Tap> tap = Tap.ofKey(xml.get(Element.EVENT_KEY));
        return task.isPresent() && tap.isPresent()
                ? new Opened.Tapped(new Click(
                        task.get().request(),
                        task.get().seen(),
                        new WorkerId(worker),
                        tap.get(),
                        xml.get(Element.RESPONSE_CODE),
                        via(xml)))
                : new Opened.Other();
    }

    /** The platform delivers a tap up to three times, each time with the same of these. */
    private static String via(MessageXml xml) {
        String all = String.join(
                "|",
                "card",
                xml.get(Element.FROM_USER_NAME),
                xml.get(Element.CREATE_TIME),
                xml.get(Element.TASK_ID),
                xml.get(Element.EVENT_KEY),
                xml.get(Element.RESPONSE_CODE));
        return Sha256.hex(all, VIA_DIGITS);
    }
}
