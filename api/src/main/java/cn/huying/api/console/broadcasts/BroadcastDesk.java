package cn.huying.api.console.broadcasts;

import cn.huying.api.console.Labels;
import cn.huying.api.console.Member;
import cn.huying.api.console.Scope;
import cn.huying.api.console.broadcasts.BroadcastPages.Figure;
import cn.huying.api.console.broadcasts.BroadcastPages.Line;
import cn.huying.api.console.broadcasts.BroadcastPages.Page;
import cn.huying.api.console.broadcasts.BroadcastPages.Preview;
import cn.huying.api.console.broadcasts.BroadcastPages.Progress;
import cn.huying.api.console.broadcasts.BroadcastPages.Row;
import cn.huying.bot.broadcast.Audience;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastEvent;
import cn.huying.bot.broadcast.BroadcastKind;
import cn.huying.bot.broadcast.BroadcastState;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.broadcast.Content;
import cn.huying.bot.broadcast.Counts;
import cn.huying.bot.broadcast.Muster;
import cn.huying.bot.broadcast.audience.Tally;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the pages of broadcasts. */
public final class BroadcastDesk {
    private static final Duration REPORTED_WITHIN = Duration.ofMinutes(10);

    private final BroadcastTexts texts;
    private final Scope scope;
    private final Labels labels;

    public BroadcastDesk(BroadcastTexts texts, Scope scope, Labels labels) {
        this.texts = texts;
        this.scope = scope;
        this.labels = labels;
    }

    Row row(Broadcast broadcast) {
        return new Row(
                broadcast.id().value(),
                broadcast.content().title(),
                name(broadcast.kind()),
                name(broadcast.state()),
                colour(broadcast.state()),
                labels.time(broadcast.createdAt()),
                who(broadcast.history().getFirst()));
    }

    Page page(Broadcast broadcast, Counts counts, Member member) {
        return new Page(
                row(broadcast),
                preview(broadcast.kind(), broadcast.content()),
                labels.time(broadcast.content().expires()),
                places(broadcast.audience()),
                broadcast.audience().channels().stream()
                        .sorted()
                        .map(BroadcastDesk::name)
                        .toList(),
                broadcast.history().reversed().stream().map(this::line).toList(),
                buttons(broadcast, member).stream().map(BroadcastDeed::path).toList(),
                broadcast.seal().value(),
                progress(broadcast, counts));
    }

    Preview preview(BroadcastKind kind, Content content) {
        BroadcastTexts.Preview preview = texts.preview(kind, content);
        return new Preview(preview.resident(), preview.group(), labels.time(labels.now()));
    }

    /** What the member may do to it now. */
    List<BroadcastDeed> buttons(Broadcast broadcast, Member member) {
        Set<GridId> grids = broadcast.audience().grids();
        boolean covers = grids.stream()
                .allMatch(grid -> scope.grid(grid.value())
                        .filter(found -> scope.isWithin(found, member) || isAbove(found, member))
                        .isPresent());
        boolean wrote = broadcast.authors().contains(member.id());
        List<BroadcastDeed> buttons = new ArrayList<>();
        for (BroadcastDeed deed : BroadcastDeed.values()) {
            if (covers && deed.isFor(member, broadcast.state(), wrote)) {
                buttons.add(deed);
            }
        }
        return buttons;
    }

    /** Where the community is all there is, whoever works for it speaks for the nodes round it as well. */
    private boolean isAbove(Grid grid, Member member) {
        return scope.grids(member.staff().grid()).isEmpty();
    }

    Progress progress(Broadcast broadcast, Counts counts) {
        Tally tally = counts.tally();
        boolean ended = broadcast.state().isEnded();
        List<Figure> figures = List.of(
                new Figure("已送达", tally.delivered(), "good"),
                new Figure("平台已收下", tally.accepted(), "good"),
                new Figure("没送到", tally.failures(), "bad"),
                new Figure("不确定", tally.unknown(), "doubt"),
                new Figure(ended ? "没有再发" : "还没发", counts.waiting(), "plain"));
        List<Figure> reasons = new ArrayList<>();
        tally.failed().forEach((reason, count) -> reasons.add(new Figure(reason(reason), count, "bad")));
        counts.excluded().forEach((why, count) -> reasons.add(new Figure(name(why), count, "plain")));
        int done = counts.recipients() == 0 ? 0 : (int) (100L * tally.total() / counts.recipients());
        return new Progress(
                broadcast.id().value(),
                broadcast.state().name(),
                isLive(broadcast, tally),
                counts.recipients(),
                done,
                figures,
                reasons);
    }

    /** After the last batch the platform's reports are still on their way; one that never comes is not waited for all day. */
    private boolean isLive(Broadcast broadcast, Tally tally) {
        return switch (broadcast.state()) {
            case APPROVED, SENDING -> true;
            case PAUSED, DONE, CANCELLED, EXPIRED ->
                tally.accepted() > 0
                        && broadcast
                                .history()
                                .getLast()
                                .at()
                                .plus(REPORTED_WITHIN)
                                .isAfter(labels.now());
            case DRAFT, SUBMITTED -> false;
        };
    }

    private Line line(BroadcastEvent event) {
        String what =
                switch (event.deed()) {
                    case COMPOSE -> "拟稿";
                    case EDIT -> "修改";
                    case SUBMIT -> "提交审批";
                    case SEND_BACK -> "退回修改";
                    case APPROVE -> "审批通过";
                    case START -> "开始发送";
                    case PAUSE -> "暂停";
                    case RESUME -> "继续发送";
                    case CANCEL -> "取消";
                    case REPLACE -> "由新的预警代替";
                    case LIFT -> "预警解除";
                    case EXPIRE -> "过了有效时间";
                    case FINISH -> "发送完毕";
                };
        return new Line(labels.time(event.at()), what, who(event), event.note());
    }

    private static String who(BroadcastEvent event) {
        return switch (event.by()) {
            case Broadcast.ALERTS -> "预警接口";
            case Broadcast.CLOCK -> "系统";
            default -> event.by();
        };
    }

    private List<String> places(Audience audience) {
        String only = audience.told().isEmpty() ? "" : "里收到过预警的人";
        return audience.grids().stream()
                .map(this::name)
                .sorted()
                .map(place -> place + only)
                .toList();
    }

    private String name(GridId grid) {
        return scope.grid(grid.value()).map(Grid::name).orElse(grid.value());
    }

    private static String name(BroadcastKind kind) {
        return switch (kind) {
            case WEATHER_ALERT -> "天气预警";
            case ALL_CLEAR -> "预警解除";
            case ANTI_FRAUD -> "反诈";
        };
    }

    private static String name(Channel channel) {
        return switch (channel) {
            case MASS_SEND -> "公众号群发";
            case CUSTOMER_SERVICE -> "客服消息";
            case GROUP -> "网格群";
        };
    }

    private static String name(BroadcastState state) {
        return switch (state) {
            case DRAFT -> "草稿";
            case SUBMITTED -> "待审批";
            case APPROVED -> "准备名单";
            case SENDING -> "发送中";
            case PAUSED -> "已暂停";
            case DONE -> "已发完";
            case CANCELLED -> "已取消";
            case EXPIRED -> "已过期";
        };
    }

    private static String colour(BroadcastState state) {
        return switch (state) {
            case SUBMITTED, PAUSED -> "waits";
            case DRAFT, APPROVED, SENDING -> "runs";
            case DONE, CANCELLED, EXPIRED -> "over";
        };
    }

    private static String name(Muster.Exclusion why) {
        return switch (why) {
            case UNFOLLOWED -> "不发：已取消关注";
            case NO_BINDING -> "不发：没有绑定公众号";
        };
    }

    private static final Map<String, String> REASONS = Map.of(
            Tally.FILTERED,
            "被平台过滤",
            Tally.NOT_DELIVERED,
            "平台没有送到",
            "45015",
            "会话窗口已关",
            "45047",
            "最近没有说过话，或次数用完",
            "43004",
            "已取消关注");

    private static String reason(String code) {
        return "没送到：" + REASONS.getOrDefault(code, "错误码 " + code);
    }
}
