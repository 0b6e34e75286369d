package cn.huying.api.console.requests;

import cn.huying.api.console.Member;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.staff.Post;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A button of the request's page: who sees it, what it asks for, and what it does in the life cycle. */
enum Deed {
    DISPATCH("派单", "派给能办这件事的单位，群里会收到通知。", Role.DISPATCHER, Post.DISPATCHER, Post.COMMUNITY),
    ASK_INFO("请居民补充", "问题会原样发给居民，计时暂停。", Role.DISPATCHER, Post.DISPATCHER, Post.COMMUNITY),
    MERGE("并单", "和另一件是同一件事时，并到那一件里一起办。", Role.DISPATCHER, Post.DISPATCHER, Post.COMMUNITY),
    DECLINE("不予受理", "必须告诉居民可以去哪里办。", Role.DISPATCHER, Post.DISPATCHER, Post.COMMUNITY),
    HAND_OVER_EXTERNAL("转外单位", "记下对方系统里的编号，期限照走。", Role.DISPATCHER, Post.DISPATCHER, Post.COMMUNITY),
    REDIRECT("同意退单并改派", "退单理由成立，改派给别的单位。", Role.ADJUDICATOR, Post.COMMUNITY, Post.SUBDISTRICT),
    UPHOLD("不同意退单", "退回原单位继续办理。", Role.ADJUDICATOR, Post.COMMUNITY, Post.SUBDISTRICT),
    SIGN("签收", "签收后会告诉居民，请尽快联系。", Role.UNIT, Post.COMMUNITY, Post.SUBDISTRICT),
    CONTACT("联系上了", "记下与居民的联系，开始办理。", Role.HANDLER, Post.COMMUNITY, Post.SUBDISTRICT),
    TAKE_UP("接手重办", "", Role.HANDLER, Post.COMMUNITY, Post.SUBDISTRICT),
    RESOLVE("办结", "答复会发给居民，并请居民评价。", Role.HANDLER, Post.COMMUNITY, Post.SUBDISTRICT),
    PASS("审核通过", "通过后向居民回访。", Role.REVIEWER, Post.COMMUNITY, Post.SUBDISTRICT),
    REJECT("退回重办", "写明还差什么。", Role.REVIEWER, Post.COMMUNITY, Post.SUBDISTRICT),
    APPROVE_DEFER("同意挂账", "挂账期间计时停止，到复核日再看。", Role.APPROVER, Post.SUBDISTRICT),
    REFUSE_DEFER("不同意挂账", "写明理由，退回继续办理。", Role.APPROVER, Post.SUBDISTRICT),
    EXTEND("延期", "只能延期一次，要在到期之前。", Role.SUPERIOR, Post.COMMUNITY, Post.SUBDISTRICT),
    URGE("催办", "在办理单位的群里提醒一次。", Role.SUPERVISOR, Post.COMMUNITY, Post.SUBDISTRICT),
    ESCALATE("上报上一级", "由上一级牵头协调。", Role.SECRETARY, Post.COMMUNITY);

    private static final Set<Deed> GRAVE = EnumSet.of(DECLINE, MERGE, REJECT, REFUSE_DEFER);

    private final String label;
    private final String hint;
    private final Role role;
    private final Set<Post> posts;

    Deed(String label, String hint, Role role, Post... posts) {
        this.label = label;
        this.hint = hint;
        this.role = role;
        this.posts = Set.of(posts);
    }

    String label() {
        return label;
    }

    String hint() {
        return hint;
    }

    boolean isGrave() {
        return GRAVE.contains(this);
    }

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Deed> ofPath(String path) {
        return Stream.of(values()).filter(deed -> deed.path().equals(path)).findFirst();
    }

    /** Units and handlers act for their own unit only; the other roles come with the post. */
    boolean isFor(Member member, boolean leads) {
        boolean own = role == Role.UNIT || role == Role.HANDLER;
        return posts.contains(member.staff().post()) && (!own || leads);
    }

    /** The same click counts once, however often the form arrives: what came before it is part of what it came by. */
    Actor actor(Member member, int seen) {
        return new Actor(role, member.id(), member.staff().level(), "console " + member.id() + ' ' + seen);
    }

    List<DeedField> fields() {
        return switch (this) {
            case DISPATCH, REDIRECT -> List.of(DeedField.UNIT);
            case ASK_INFO -> List.of(DeedField.QUESTION);
            case MERGE -> List.of(DeedField.MAIN);
            case DECLINE -> List.of(DeedField.REASON, DeedField.ALTERNATIVE);
            case HAND_OVER_EXTERNAL -> List.of(DeedField.REFERENCE);
            case CONTACT -> List.of(DeedField.OUTCOME);
            case RESOLVE -> List.of(DeedField.REPLY, DeedField.EVIDENCE);
            case REJECT, REFUSE_DEFER -> List.of(DeedField.WHY);
            case EXTEND -> List.of(DeedField.UNTIL, DeedField.WHY);
            case UPHOLD, SIGN, TAKE_UP, PASS, APPROVE_DEFER, URGE, ESCALATE -> List.of();
        };
    }

    Action action(Filled filled) {
        return switch (this) {
            case DISPATCH -> new Action.Dispatch(filled.unit());
            case REDIRECT -> new Action.Redirect(filled.unit());
            case ASK_INFO -> new Action.AskInfo(filled.text(DeedField.QUESTION));
            case MERGE -> new Action.Merge(filled.main());
            case DECLINE -> new Action.Decline(filled.reason(), filled.text(DeedField.ALTERNATIVE));
            case HAND_OVER_EXTERNAL -> new Action.HandOverExternal(filled.text(DeedField.REFERENCE));
            case CONTACT -> new Action.Contact("phone", true, filled.text(DeedField.OUTCOME));
            case RESOLVE ->
                new Action.Resolve("FIXED", filled.text(DeedField.REPLY), filled.text(DeedField.EVIDENCE), Set.of());
            case REJECT -> new Action.Reject(filled.text(DeedField.WHY));
            case REFUSE_DEFER -> new Action.RefuseDefer(filled.text(DeedField.WHY));
            case EXTEND -> new Action.Extend(filled.until(), filled.asker(), filled.text(DeedField.WHY));
            case UPHOLD -> new Action.Plain(Verb.UPHOLD);
            case SIGN -> new Action.Plain(Verb.SIGN);
            case TAKE_UP -> new Action.Plain(Verb.TAKE_UP);
            case PASS -> new Action.Plain(Verb.PASS);
            case APPROVE_DEFER -> new Action.Plain(Verb.APPROVE_DEFER);
            case URGE -> new Action.Plain(Verb.URGE);
            case ESCALATE -> new Action.Plain(Verb.ESCALATE);
        };
    }
}
