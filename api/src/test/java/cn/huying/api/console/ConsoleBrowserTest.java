package cn.huying.api.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Chromium;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("browser")
@Tag("slow")
class ConsoleBrowserTest {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private final List<String> problems = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({"desk,1440,900", "phone,390,844"})
    void dispatcherShouldSignInAndSendARequestOnItsWay(String screen, int width, int height) {
        try (Chromium chromium = Chromium.orSkip();
                Console console = new Console();
                BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setLocale("zh-CN"))) {
            ServiceRequest waiting = filled(console);
            Page page = context.newPage();
            page.onConsoleMessage(message -> problems.add(message.text()));
            page.onPageError(problems::add);
            page.navigate(console.base + "/console/requests");
            shot(page, screen, "login");
            page.getByLabel("账号").fill("dispatcher");
            page.getByLabel("密码").fill(Console.PASSWORD);
            page.keyboard().press("Enter");
            narrow(page, screen);
            dispatch(page, screen, waiting);
            letters(page, screen);
            channels(page, screen, console);
            assertThat(console.stored(waiting.id()).state()).isEqualTo(RequestState.DISPATCHED);
            assertThat(problems).as("errors in the browser").isEmpty();
        }
    }

    private static ServiceRequest filled(Console console) {
        console.request(RequestState.SIGNED, Console.FIRST, Tier.P3, "小区门口的垃圾三天没人收了");
        console.request(RequestState.IN_PROGRESS, Console.FIRST, Tier.P1, "家里停水了");
        console.request(RequestState.FOLLOW_UP, Console.COMMUNITY, Tier.P4, "楼上装修太吵");
        console.request(RequestState.RETURN_PENDING, Console.FIRST, Tier.P2, "路面有个坑");
        console.buried();
        OutboxEntry like = Entries.notice("n1");
        Delivery.Failed failed = new Delivery.Failed(3, Entries.T0, Delivery.Failure.UNREACHABLE, 45015);
        console.outbox.write("a1", new OutboxEntry("n1", like.since(), like.target(), false, failed));
        return console.waiting("3栋门口总有人乱停车，救护车都进不来，这个归谁管？");
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
        shot(page, screen, "letters");
        noSideways(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("重新处理"))
                .click();
        assertThat(page.locator(".notice")).containsText("已重新处理");
    }

    private static void channels(Page page, String screen, Console console) {
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

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主导航"))
                .getByText(name);
    }

    private static void noSideways(Page page) {
        Object wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(wide).as("the page scrolls sideways").isEqualTo(false);
    }

    private static void shot(Page page, String screen, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve("console-" + screen + '-' + name + ".png"))
                .setFullPage(true));
    }
}
