package cn.huying.api.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.browsing.SampleRequests;
import cn.huying.api.simulator.Chromium;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastState;
import cn.huying.bot.broadcast.Change;
import cn.huying.bot.delivery.Delivery;
import cn.huying.bot.delivery.Entries;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.taxonomy.Tier;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("browser")
@Tag("slow")
class ConsoleBrowserTest {
    private static final Path SHOTS = Path.of("target", "screenshots");

    @RegisterExtension
    private static final Console console = new Console();

    private final List<String> problems = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({"desk,1440,900", "phone,375,812"})
    void dispatcherShouldSignInAndSendARequestOnItsWay(String screen, int width, int height) {
        browse(width, height, page -> {
            ServiceRequest waiting = filled();
            page.navigate(console.base() + "/console/requests");
            shot(page, screen, "login");
            page.getByLabel("账号").fill("dispatcher");
            page.getByLabel("密码").fill(Console.PASSWORD);
            page.keyboard().press("Enter");
            narrow(page, screen);
            dispatch(page, screen, waiting);
            letters(page, screen);
            channels(page, screen);
            assertThat(console.requests.stored(waiting.id()).state()).isEqualTo(RequestState.DISPATCHED);
        });
    }

    /** In a window of that size, and without an error in it. */
    private void browse(int width, int height, Consumer<Page> steps) {
        try (Chromium chromium = Chromium.orSkip();
                BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setLocale("zh-CN"))) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> problems.add(message.text()));
            page.onPageError(problems::add);
            steps.accept(page);
            assertThat(problems).as("errors in the browser").isEmpty();
        }
    }

    private static ServiceRequest filled() {
        console.requests.ledBy(SampleRequests.FIRST, RequestState.SIGNED, Tier.P3, "小区门口的垃圾三天没人收了");
        console.requests.ledBy(SampleRequests.FIRST, RequestState.IN_PROGRESS, Tier.P1, "家里停水了");
        console.requests.ledBy(SampleRequests.COMMUNITY, RequestState.FOLLOW_UP, Tier.P4, "楼上装修太吵");
        console.requests.ledBy(SampleRequests.FIRST, RequestState.RETURN_PENDING, Tier.P2, "路面有个坑");
        console.buried();
        OutboxEntry like = Entries.notice("n1");
        Delivery.Failed failed = new Delivery.Failed(3, Entries.T0, Delivery.Failure.UNREACHABLE, 45015);
        console.outbox.write("a1", new OutboxEntry("n1", like.since(), like.target(), false, failed));
        return console.requests.waiting("3栋门口总有人乱停车，救护车都进不来，这个归谁管？");
    }

    /** The list follows the choice without a new page, which only works when the scripts run under the policy. */
    private static void narrow(Page page, String screen) {
        assertThat(page.locator(".row-link")).hasCount(5);
        shot(page, screen, "requests");
        page.getByLabel("状态").selectOption("triage");
        assertThat(page.locator(".row-link")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*state=triage.*"));
        noSideways(page);
    }

    private static void dispatch(Page page, String screen, ServiceRequest waiting) {
        link(page, "待分拨").click();
        shot(page, screen, "triage");
        page.getByText("去分拨").click();
        assertThat(page.locator("[data-state]")).hasText("待分拨");
        Locator deed = page.locator("details.deed").first();
        deed.locator("summary").focus();
        page.keyboard().press("Enter");
        deed.getByLabel("派给").selectOption("第二网格");
        shot(page, screen, "request");
        noSideways(page);
        deed.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".notice")).containsText("已办好");
        assertThat(page.locator("[data-state]")).hasText("待签收");
        assertThat(page).hasURL(Pattern.compile(".*" + waiting.id() + ".told=done"));
        shot(page, screen, "dispatched");
    }

    private static void letters(Page page, String screen) {
        link(page, "死信").click();
        assertThat(page.locator(".tag").last()).containsText("45015");
        assertNothingSpills(page);
        shot(page, screen, "letters");
        noSideways(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("重新处理"))
                .click();
        assertThat(page.locator(".notice")).containsText("已重新处理");
    }

    private static void channels(Page page, String screen) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("退出"))
                .click();
        page.getByLabel("账号").fill("admin");
        page.getByLabel("密码").fill(Console.PASSWORD);
        page.keyboard().press("Enter");
        link(page, "通道自检").click();
        assertThat(page.getByText("1 处故障")).isVisible();
        assertThat(page.locator(".light.red")).hasCount(1);
        noSideways(page);
        shot(page, screen, "channels");
    }

    @ParameterizedTest
    @CsvSource({"desk,1440,900", "phone,375,812"})
    void broadcastShouldBeWrittenByOneAndApprovedByAnother(String screen, int width, int height) {
        browse(width, height, page -> {
            write(page, screen);
            approve(page, screen);
            Broadcast broadcast =
                    Objects.requireNonNull(console.broadcasts.newest(1).blockFirst());
            assertThat(broadcast.state()).isEqualTo(BroadcastState.APPROVED);
            send(page, screen, broadcast);
        });
    }

    @ParameterizedTest
    @CsvSource({"desk,1440,900", "phone,375,812"})
    void broadcastUnderWayShouldBeCancelledWithAReason(String screen, int width, int height) {
        browse(width, height, page -> {
            write(page, screen);
            approve(page, screen);
            Broadcast sending =
                    underWay(Objects.requireNonNull(console.broadcasts.newest(1).blockFirst()));
            cancel(page, screen);
            assertThat(console.kept.find(sending.id()).block())
                    .extracting(Broadcast::state)
                    .isEqualTo(BroadcastState.CANCELLED);
        });
    }

    /** Nobody cancels without saying why, and nothing is left to click afterwards. */
    private static void cancel(Page page, String screen) {
        assertThat(page.locator("[data-state]")).hasText("发送中");
        page.getByText("取消这条广播").click();
        button(page, "取消广播").click();
        assertThat(page.locator("[data-state]")).hasText("发送中");
        page.getByLabel("为什么").fill("标题写错了");
        shot(page, screen, "broadcast-cancel");
        noSideways(page);
        button(page, "取消广播").click();
        assertThat(page.locator("[data-state]")).hasText("已取消");
        assertThat(page.locator(".line .note").filter(new Locator.FilterOptions().setHasText("标题写错了")))
                .isVisible();
        assertThat(page.getByText("下一步")).hasCount(0);
        shot(page, screen, "broadcast-cancelled");
    }

    private static void signIn(Page page, String name) {
        page.navigate(console.base() + "/console/login");
        page.getByLabel("账号").fill(name);
        page.getByLabel("密码").fill(Console.PASSWORD);
        page.keyboard().press("Enter");
    }

    private static void write(Page page, String screen) {
        signIn(page, "author");
        page.getByText("写一条反诈提醒").click();
        page.getByLabel("标题").fill("谨防冒充社区收费");
        page.getByLabel("正文").pressSequentially("社区不会让您转账，也不会要验证码。");
        assertThat(page.locator(".phone .bubble").first()).containsText("【反诈提醒】谨防冒充社区收费");
        assertThat(page.locator(".phone .bubble").first()).containsText("也不会要验证码");
        shot(page, screen, "broadcast-form");
        noSideways(page);
        button(page, "保存草稿").click();
        button(page, "提交审批").click();
        assertThat(page.locator("[data-state]")).hasText("待审批");
        assertThat(page.getByText("审批通过，发出去")).hasCount(0);
        button(page, "退出").click();
    }

    private static void approve(Page page, String screen) {
        signIn(page, "approver");
        page.locator(".row-link").click();
        shot(page, screen, "broadcast-approve");
        noSideways(page);
        button(page, "审批通过，发出去").click();
        assertThat(page.locator("[data-state]")).hasText("准备名单");
    }

    /** The figures come by themselves; so do the buttons of each new state, and the end. */
    private static void send(Page page, String screen, Broadcast approved) {
        underWay(approved);
        assertThat(page.locator("#progress")).containsText("2014");
        assertThat(page.locator("[data-state]")).hasText("发送中");
        shot(page, screen, "broadcast-sending");
        button(page, "暂停").click();
        assertThat(page.locator("[data-state]")).hasText("已暂停");
        shot(page, screen, "broadcast-paused");
        button(page, "继续发送").click();
        assertThat(page.locator("[data-state]")).hasText("发送中");
        Broadcast stored =
                Objects.requireNonNull(console.kept.find(approved.id()).block());
        console.kept.replace(after(stored.finish(console.clock.instant()))).block();
        assertThat(page.locator("[data-state]")).hasText("已发完");
        noSideways(page);
    }

    private static Broadcast underWay(Broadcast approved) {
        Broadcast mustered = after(approved.muster(console.clock.instant(), console.clock.instant()));
        Broadcast sending = after(mustered.start(1, 2_014, Map.of(), console.clock.instant()));
        console.kept.replace(sending).block();
        return sending;
    }

    private static Broadcast after(Change change) {
        return ((Change.Changed) change).broadcast();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主导航"))
                .getByText(name);
    }

    /** Sizes mean something once the styles are there. */
    private static void noSideways(Page page) {
        page.waitForLoadState();
        Object wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(wide).as("the page scrolls sideways").isEqualTo(false);
    }

    private static void assertNothingSpills(Page page) {
        page.waitForLoadState();
        Object spilling = page.evaluate(
                "[...document.querySelectorAll('.tag')].filter(tag => tag.scrollHeight > tag.clientHeight + 1).length");
        assertThat(spilling).as("tags whose words run out of them").isEqualTo(0);
    }

    private static void shot(Page page, String screen, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve("console-" + screen + '-' + name + ".png"))
                .setFullPage(true));
    }
}
