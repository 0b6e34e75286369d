package cn.huying.api.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.platform.Answer;
import cn.huying.api.simulator.platform.FakeWorkApp;
import cn.huying.api.simulator.town.DemoResident;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Tag("browser")
@Tag("slow")
class SimulatorBrowserTest {
    private static final Path SHOTS = Path.of("target", "screenshots");
    /** The seriousness of a finding, what it is, and where. */
    private static final String AXE_RUN = """
            async () => {
              const {violations} = await axe.run(document, {resultTypes: ["violations"]});
              return violations.map(v => v.impact + " " + v.id + ": " + v.nodes.map(n => n.target.join(" ")).join(", "));
            }""";

    private static Chromium chromium;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<BrowserContext> visitors = new CopyOnWriteArrayList<>();
    private Demo demo;

    @BeforeAll
    static void start() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        demo = Demo.start();
    }

    @AfterEach
    void close() {
        visitors.forEach(BrowserContext::close);
        demo.close();
        assertThat(problems).as("errors in the browser").isEmpty();
    }

    @Test
    void sentenceTypedOnADeskIsAnsweredAndItsTraceSeen() {
        Page page = desk();
        Locator phone = phone(page, 0);
        phone.getByLabel("发消息").fill("我家下水道堵了");
        phone.getByLabel("发消息").press("Enter");
        assertThat(said(phone, "RESIDENT")).containsText("我家下水道堵了");
        assertThat(said(phone, "REPLY")).containsText("HY20261121-0042");
        assertThat(said(phone, "PUSH")).containsText("网格员已经收到您的诉求。");
        assertThat(page.locator("#posts blockquote")).containsText("下水道堵塞");
        assertThat(page.locator("#group-title")).hasText("新华坊第3网格");
        shot(page, "simulator-desk");
        accessible(page);
        tab(page, "调用");
        assertThat(page.locator("#call-rows .fine")).hasCount(4);
        page.getByText("/cgi-bin/message/custom/send").click();
        assertThat(page.locator("#call-rows .details pre").filter(new Locator.FilterOptions().setHasText("oDem…0001")))
                .isVisible();
        shot(page, "simulator-desk-calls");
        accessible(page);
    }

    @Test
    void callsCanBeNarrowedToOneKind() {
        Page page = desk();
        phone(page, 0).locator("[data-part=chips] button").first().click();
        assertThat(said(phone(page, 0), "PUSH")).hasCount(1);
        tab(page, "调用");
        page.getByLabel("只看哪一类").selectOption("GROUP");
        assertThat(page.locator("#call-rows .fine")).hasCount(1);
        page.getByLabel("只看哪一类").selectOption("MASS_SEND");
        assertThat(page.locator("#calls-empty")).hasText("没有这样的调用。");
        page.getByLabel("只看哪一类").selectOption("CUSTOMER");
        assertThat(page.locator("#call-rows")).containsText("/cgi-bin/message/custom/send");
    }

    @Test
    void phonesLieSideBySideAndEachHearsItsOwn() {
        Page page = desk();
        assertThat(page.locator(".holder")).hasCount(2);
        page.getByText("再开一部手机").click();
        assertThat(page.locator(".holder")).hasCount(3);
        assertThat(page.locator("#add-phone")).isDisabled();
        say(phone(page, 0), "第一部");
        say(phone(page, 2), "第三部");
        assertThat(said(phone(page, 0), "REPLY")).hasText(Pattern.compile("收到：第一部"));
        assertThat(said(phone(page, 2), "REPLY")).hasText(Pattern.compile("收到：第三部"));
        assertThat(said(phone(page, 1), "REPLY")).hasCount(0);
        shot(page, "simulator-three-phones");
        accessible(page);
        phone(page, 1).getByLabel("用谁的手机").selectOption(Demo.RESIDENT);
        assertThat(said(phone(page, 1), "REPLY")).hasText(Pattern.compile("收到：第一部"));
        assertThat(said(phone(page, 0), "REPLY")).hasCount(0);
        phone(page, 2).getByLabel("收起这部手机").click();
        assertThat(page.locator(".holder")).hasCount(2);
        assertThat(page.locator("#add-phone")).isEnabled();
    }

    @Test
    void phonesOnTheDeskAreStillThereAfterReloading() {
        Page page = desk();
        page.getByText("再开一部手机").click();
        phone(page, 0).getByLabel("收起这部手机").click();
        page.reload();
        assertThat(page.locator(".holder")).hasCount(2);
        assertThat(phone(page, 0))
                .hasAttribute("data-openid", DemoResident.all().get(1).openId());
    }

    @Test
    void pageIsFullBeforeAnythingElseIsFetched() {
        BrowserContext context = chromium.browser().newContext();
        visitors.add(context);
        Page page = context.newPage();
        page.route("**/simulator/api/**", Route::abort);
        page.route("**/simulator/events**", Route::abort);
        page.navigate(demo.base + "/simulator");
        assertThat(page.locator(".holder")).hasCount(2);
        assertThat(page.locator("#group-items li")).hasCount(14);
        assertThat(page.locator("#worker-choice option")).hasCount(2);
        assertThat(page.locator("[data-host]")).hasCount(2);
    }

    @Test
    void anyOfTheSettledResidentsCanBeHandedAPhone() {
        Page page = desk();
        tab(page, "居民");
        assertThat(page.locator("#people-rows li")).hasCount(20);
        assertThat(page.locator("#people-page")).hasText("第 1 / 3 页");
        page.getByText("下一页").click();
        assertThat(page.locator("#people-page")).hasText("第 2 / 3 页");
        page.getByLabel("按姓名、住址或网格找居民").fill("梧桐苑第1网格");
        assertThat(page.locator("#people-rows li")).hasCount(5);
        shot(page, "simulator-people");
        accessible(page);
        page.getByLabel("打开居民3的手机").click();
        assertThat(page.locator(".holder")).hasCount(3);
        assertThat(phone(page, 2).locator(".about")).containsText("梧桐苑第1网格");
        say(phone(page, 2), "你好");
        assertThat(said(phone(page, 2), "REPLY")).containsText("收到：你好");
    }

    @Test
    void faultSwitchIsSeenEverywhereAndReset() {
        Page page = desk();
        tab(page, "故障");
        page.locator("[data-host=WECHAT]").getByText("系统繁忙 -1").click();
        assertThat(page.locator("#fault-note")).containsText("微信公众平台 系统繁忙");
        say(phone(page, 0), "我家下水道堵了");
        assertThat(page.locator("[data-host=WECHAT] .met")).hasText("已有 1 次调用碰上");
        assertThat(said(phone(page, 0), "PUSH")).hasCount(0);
        shot(page, "simulator-faults");
        accessible(page);
        page.getByText("全部恢复正常").click();
        assertThat(page.locator("#fault-note")).isHidden();
        assertThat(page.locator("[data-host=WECHAT] .met")).hasText("正常");
        tab(page, "调用");
        page.getByText("只看没成功的").click();
        assertThat(page.locator("#call-rows .failed")).hasCount(1);
        assertThat(page.locator("#call-rows")).containsText("故障开关：系统繁忙，没有办");
    }

    @Test
    void faultsAndResidentsAreViewsOnAPhoneToo() {
        Page page = phone();
        tab(page, "故障");
        shot(page, "simulator-phone-faults");
        accessible(page);
        fits(page);
        tab(page, "居民");
        assertThat(page.locator("#people-rows li")).hasCount(20);
        shot(page, "simulator-phone-people");
        accessible(page);
        fits(page);
        page.getByLabel("打开居民2的手机").click();
        assertThat(page.locator(".holder")).hasCount(1);
        assertThat(phone(page, 0).locator(".about")).containsText("梧桐苑2栋");
    }

    @Test
    void everythingBehindThePlusIsSent() {
        Page page = desk();
        Locator phone = phone(page, 0);
        tile(phone, "发送位置");
        phone.getByText("幸福里北门").click();
        assertThat(said(phone, "REPLY").last()).containsText("收到location");
        tile(phone, "扫楼门码");
        phone.getByPlaceholder("找楼栋").fill("新华 3栋");
        phone.locator(".rows button").click();
        assertThat(said(phone, "REPLY").last()).containsText("SCANbuilding:xingfuli-3");
        tile(phone, "图片");
        phone.getByText("破损的井盖").click();
        assertThat(said(phone, "REPLY").last()).containsText("收到image");
        tile(phone, "语音");
        phone.getByLabel("平台识别出的文字").fill("楼上漏水");
        phone.getByText("发送语音").last().click();
        assertThat(said(phone, "REPLY").last()).containsText("收到voice");
        phone.getByLabel("切换到菜单").click();
        phone.locator(".menu").getByText("帮助").click();
        assertThat(said(phone, "REPLY").last()).containsText("CLICK帮助");
        shot(page, "simulator-kinds");
        accessible(page);
    }

    @Test
    void strangerFollowsAndUnfollowsOnAPhone() {
        Page page = phone();
        Locator phone = phone(page, 0);
        phone.getByLabel("用谁的手机").selectOption(Demo.STRANGER);
        assertThat(phone.getByText("还没有关注这个公众号")).isVisible();
        shot(page, "simulator-phone-stranger");
        accessible(page);
        phone.getByText("关注公众号").last().click();
        assertThat(said(phone, "REPLY")).containsText("收到eventsubscribe");
        assertThat(phone.getByLabel("发消息")).isVisible();
        tile(phone, "取消关注");
        assertThat(phone.locator(".log")).containsText("已取消关注");
        assertThat(phone.getByText("还没有关注这个公众号")).isVisible();
    }

    @Test
    void groupsAndCallsAreViewsOfTheirOwnOnAPhone() {
        Page page = phone();
        Locator phone = phone(page, 0);
        phone.locator("[data-part=chips] button").first().click();
        assertThat(said(phone, "PUSH")).hasCount(1);
        assertThat(page.locator("#groups-unread")).hasText("1");
        shot(page, "simulator-phone");
        accessible(page);
        fits(page);
        tab(page, "网格群");
        shot(page, "simulator-phone-groups");
        accessible(page);
        fits(page);
        page.locator("#group-items button").first().click();
        assertThat(page.locator("#posts")).containsText("新诉求 HY20261121-0042");
        assertThat(page.locator("#groups-unread")).isHidden();
        shot(page, "simulator-phone-group");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("调用")).press("Enter");
        assertThat(page.getByText("/cgi-bin/webhook/send")).isVisible();
        shot(page, "simulator-phone-calls");
        accessible(page);
        fits(page);
    }

    @Test
    void workersCardIsTappedOnADeskAndALateTapIsTold() {
        Page page = desk();
        card("worker1", "t1");
        assertThat(page.locator("#cards .work-card")).containsText("下水道堵塞");
        page.locator("#cards [data-tap]").first().click();
        card("worker2", "t2");
        assertThat(page.locator("#worker-choice")).hasValue("worker2");
        page.locator("#cards [data-tap]").first().click();
        assertThat(page.locator("#cards .replaced")).hasText("程小满已接单");
        assertThat(page.locator("#cards button")).hasCount(0);
        page.getByLabel("用谁的手机看卡片").selectOption("worker1");
        assertThat(page.locator("#cards button")).hasCount(2);
        shot(page, "simulator-workers");
        accessible(page);
        tab(page, "调用");
        assertThat(page.locator("#call-rows")).containsText("/wecom/wwdemo0000000001/1000002");
    }

    @Test
    void workersAreAViewOfTheirOwnOnAPhone() {
        Page page = phone();
        card("worker1", "t1");
        assertThat(page.locator("#workers-unread")).hasText("1");
        tab(page, "网格员");
        assertThat(page.locator("#cards .work-card")).isVisible();
        shot(page, "simulator-phone-workers");
        accessible(page);
        fits(page);
    }

    @Test
    void tourInvitesOnceAndCanBeDeclined() {
        Page page = phone();
        page.evaluate("localStorage.clear()");
        page.reload();
        assertThat(page.getByText("开始导览")).isVisible();
        shot(page, "simulator-phone-invited");
        accessible(page);
        fits(page);
        page.getByText("不用了").click();
        assertThat(page.locator("#tour")).isHidden();
        page.reload();
        assertThat(page.locator(".holder")).hasCount(1);
        assertThat(page.locator("#tour")).isHidden();
    }

    @Test
    void tourThatGetsNoFurtherSaysSoAndCanBeSkipped() {
        Page page = desk();
        page.getByText("两分钟导览").click();
        assertThat(page.locator("#tour-step")).containsText("第 1 步");
        page.route("**/actions", Route::abort);
        page.getByText("跳过导览").click();
        assertThat(page.locator("#tour")).isHidden();
        assertThat(page.locator("#tour-start")).isFocused();
        problems.clear();
    }

    private void card(String worker, String task) {
        String json = """
                {"touser":"%s","msgtype":"template_card","agentid":1000002,"template_card":{"card_type":"button_interaction",
                "task_id":"%s","main_title":{"title":"下水道堵塞","desc":"等您接单"},
                "horizontal_content_list":[{"keyname":"编号","value":"HY20261121-0042"},{"keyname":"地点","value":"幸福里3栋"}],
                "card_action":{"type":1,"url":"https://huying.example/1"},
                "button_list":[{"text":"接单","type":0,"key":"sign"},{"text":"退单","type":0,"key":"return"}]}}
                """.formatted(worker, task);
        Answer answer = demo.bean(FakeWorkApp.class).send(new JsonMapper().readTree(json));
        org.assertj.core.api.Assertions.assertThat(answer.ok()).isTrue();
    }

    @Test
    void markupInWordsStaysWords() {
        Page page = desk();
        Locator phone = phone(page, 0);
        String markup = "<img src=x onerror=alert(1)><b>粗</b></script>";
        phone.getByLabel("发消息").fill(markup);
        phone.locator(".send").click();
        assertThat(said(phone, "RESIDENT").locator(".bubble")).hasText(markup);
        assertThat(said(phone, "REPLY").locator(".bubble")).hasText("收到：" + markup);
        page.reload();
        assertThat(said(phone(page, 0), "RESIDENT").locator(".bubble")).hasText(markup);
        assertThat(page.locator(".log img, .log b")).hasCount(0);
    }

    @Test
    void secondVisitorSeesWhatHappenedAndWhatHappens() {
        Page first = desk();
        phone(first, 0).getByText("路灯不亮").click();
        assertThat(said(phone(first, 0), "REPLY")).hasCount(1);
        Page second = first.context().newPage();
        second.navigate(demo.base + "/simulator");
        assertThat(said(phone(second, 0), "REPLY")).hasCount(1);
        phone(first, 0).locator(".chips").getByText("人工").click();
        assertThat(said(phone(second, 0), "REPLY")).hasCount(2);
        assertThat(said(phone(first, 0), "REPLY")).hasCount(2);
    }

    @Test
    void keyboardAloneIsEnough() {
        Page page = desk();
        page.locator("[role=tab][aria-selected=true]").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#tab-calls")).isFocused();
        assertThat(page.locator("#calls")).isVisible();
        Locator phone = phone(page, 0);
        phone.getByLabel("更多功能").first().focus();
        page.keyboard().press("Enter");
        phone.getByText("扫楼门码").first().press("Enter");
        assertThat(phone.getByPlaceholder("找楼栋")).isFocused();
        page.keyboard().press("Escape");
        assertThat(phone.locator(".sheet")).isHidden();
        assertThat(phone.getByLabel("更多功能").first()).isFocused();
    }

    private Page desk() {
        return page(1440, 900, 1);
    }

    private Page phone() {
        return page(375, 812, 2);
    }

    private Page page(int width, int height, double scale) {
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setDeviceScaleFactor(scale)
                        .setLocale("zh-CN"));
        visitors.add(context);
        Page page = context.newPage();
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text());
            }
        });
        page.addInitScript(
                "if (!sessionStorage.begun) { localStorage.setItem('huying-tour', 'yes'); sessionStorage.begun = 1; }");
        page.navigate(demo.base + "/simulator");
        assertThat(page.locator("#link")).hasText("已连接");
        return page;
    }

    private static Locator phone(Page page, int index) {
        return page.locator(".holder").nth(index);
    }

    private static void say(Locator phone, String words) {
        phone.getByLabel("发消息").fill(words);
        phone.getByLabel("发消息").press("Enter");
    }

    private static void tab(Page page, String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static void tile(Locator phone, String name) {
        phone.getByLabel("更多功能").first().click();
        phone.locator(".panel").getByText(name).click();
    }

    private static Locator said(Locator phone, String source) {
        return phone.locator("[data-source=" + source + "]");
    }

    private static void fits(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(375);
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    }

    private static void accessible(Page page) {
        page.evaluate(axe());
        assertThat((List<?>) page.evaluate(AXE_RUN)).isEmpty();
    }

    private static String axe() {
        String path = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream in = Objects.requireNonNull(SimulatorBrowserTest.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
