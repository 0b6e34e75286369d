package cn.huying.api.console.letters;

import cn.huying.api.console.Labels;
import cn.huying.api.console.Member;
import cn.huying.api.console.Right;
import cn.huying.bot.delivery.DeadLetters.Letter;
import cn.huying.bot.delivery.Delivery;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.Target;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import java.util.List;
import java.util.stream.Stream;

/** Writes the list of dead letters: in words, with what to do. What a resident said only for those who answer residents. */
public final class LetterDesk {
    private static final String REQUESTS = "requests";

    private final Labels labels;

    public LetterDesk(Labels labels) {
        this.labels = labels;
    }

    LettersPage page(List<Letter> letters, Member member) {
        boolean words = member.may(Right.TRIAGE);
        return new LettersPage(
                letters.stream()
                        .flatMap(letter -> letter instanceof Letter.Unanswered unanswered
                                ? Stream.of(row(unanswered, words))
                                : Stream.empty())
                        .toList(),
                letters.stream()
                        .flatMap(letter -> letter instanceof Letter.Unsent unsent
                                ? Stream.of(row(unsent, member.may(Right.REQUESTS)))
                                : Stream.empty())
                        .toList());
    }

    private LettersPage.Row row(Letter.Unanswered letter, boolean words) {
        InboundMessage message = letter.entry().message();
        String cause = letter.entry().state() instanceof InboxEntry.Dead(String why) ? why : "";
        return new LettersPage.Row(
                letter.handle(),
                labels.time(message.origin().sentAt()),
                kind(message),
                cause.equals("MOST_ATTEMPTS") ? "试了 " + InboxEntry.MOST_ATTEMPTS + " 次都没有处理成功" : cause,
                "系统恢复后重新处理；居民已收到转人工的答复。",
                words ? words(message) : "",
                "");
    }

    private LettersPage.Row row(Letter.Unsent letter, boolean links) {
        OutboxEntry entry = letter.listed().entry();
        boolean ofRequest = links && letter.source().store().name().equals(REQUESTS);
        return new LettersPage.Row(
                letter.handle(),
                labels.time(entry.since()),
                where(entry.target()),
                why(entry.delivery()),
                advice(entry.delivery()),
                "",
                ofRequest ? letter.listed().aggregate() : "");
    }

    public static String where(Target target) {
        return switch (target) {
            case Target.GroupPost post -> "发到网格群 " + post.grid();
            case Target.ResidentNotice _ -> "给居民的进展通知";
            case Target.LateReply _ -> "给居民的迟到答复";
            case Target.WorkerCard card -> "给网格员 " + card.to() + " 的卡片";
        };
    }

    private static String why(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Unknown(int attempts, var _, String _) -> "发了 " + attempts + " 次，不确定对方收到没有";
            case Delivery.Failed failed ->
                switch (failed.failure()) {
                            case UNREACHABLE -> "现在联系不上居民：已取关、会话窗口已关或次数用完";
                            case REFUSED -> "平台拒收";
                            case TOO_LATE -> "一直发不出去，已经过时";
                        }
                        + (failed.code() == 0 ? "" : "（" + failed.code() + "）");
            case Delivery.New _, Delivery.Sending _, Delivery.Sent _ -> "";
        };
    }

    private static String advice(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Unknown _ -> "先问对方收到没有：没收到再重发，否则会重复。";
            case Delivery.Failed failed ->
                switch (failed.failure()) {
                    case UNREACHABLE -> "请打电话告诉居民，然后移除；居民再来消息后也可以重发。";
                    case REFUSED -> "请看“通道自检”，修好后重发。";
                    case TOO_LATE -> "还需要知道的请打电话，然后移除。";
                };
            case Delivery.New _, Delivery.Sending _, Delivery.Sent _ -> "";
        };
    }

    private static String kind(InboundMessage message) {
        return switch (message) {
            case InboundMessage.Text _ -> "文字消息";
            case InboundMessage.Voice _ -> "语音消息";
            case InboundMessage.Image _ -> "图片";
            case InboundMessage.Video _ -> "视频";
            case InboundMessage.Location _, InboundMessage.LocationReported _ -> "位置";
            case InboundMessage.Link _ -> "链接";
            case InboundMessage.Subscribed _ -> "关注";
            case InboundMessage.Unsubscribed _ -> "取消关注";
            case InboundMessage.Scanned _ -> "扫码";
            case InboundMessage.MenuClicked _ -> "点菜单";
            case InboundMessage.JobFinished _ -> "群发结果";
            case InboundMessage.Unsupported _ -> "其他消息";
        };
    }

    private static String words(InboundMessage message) {
        return message instanceof InboundMessage.Location location ? location.label() : message.said();
    }
}
