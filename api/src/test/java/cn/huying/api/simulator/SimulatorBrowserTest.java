package cn.huying.api.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
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
        page.getByLabel("发消息").fill("我家下水道堵了");
        page.getByLabel("发消息").press("Enter");
        assertThat(said(page, "RESIDENT")).containsText("我家下水道堵了");
        assertThat(said(page, "REPLY")).containsText("HY20261121-0042");
        assertThat(said(page, "PUSH")).containsText("网格员已经收到您的诉求。");
        assertThat(page.locator("#posts blockquote")).containsText("下水道堵塞");
        assertThat(page.locator("#group-title")).hasText("新华坊第3网格");
        assertThat(page.locator("#call-rows .fine")).hasCount(4);
        page.getByText("/cgi-bin/message/custom/send").click();
        assertThat(page.locator("#call-rows .details pre").filter(new Locator.FilterOptions().setHasText("oDem…0001")))
                .isVisible();
        shot(page, "simulator-desk");
        accessible(page);
    }

    @Test
    void everythingBehindThePlusIsSent() {
        Page page = desk();
        tile(page, "发送位置");
        page.locator("#sheet").getByText("幸福里北门").click();
        assertThat(said(page, "REPLY").last()).containsText("收到location");
        tile(page, "扫楼门码");
        page.getByPlaceholder("找楼栋").fill("新华 3栋");
        page.locator("#sheet .rows button").click();
        assertThat(said(page, "REPLY").last()).containsText("SCANbuilding:xingfuli-3");
        tile(page, "图片");
        page.getByText("破损的井盖").click();
        assertThat(said(page, "REPLY").last()).containsText("收到image");
        tile(page, "语音");
        page.getByLabel("平台识别出的文字").fill("楼上漏水");
        page.getByText("发送语音").last().click();
        assertThat(said(page, "REPLY").last()).containsText("收到voice");
        page.getByLabel("切换到菜单").click();
        page.locator("#menu").getByText("帮助").click();
        assertThat(said(page, "REPLY").last()).containsText("CLICK帮助");
        shot(page, "simulator-kinds");
        accessible(page);
    }

    @Test
    void strangerFollowsAndUnfollowsOnAPhone() {
        Page page = phone();
        page.getByText("白凡").click();
        assertThat(page.getByText("还没有关注这个公众号")).isVisible();
        shot(page, "simulator-phone-stranger");
        page.getByText("关注公众号").last().click();
        assertThat(said(page, "REPLY")).containsText("收到eventsubscribe");
        assertThat(page.getByLabel("发消息")).isVisible();
        tile(page, "取消关注");
        assertThat(page.locator("#log")).containsText("已取消关注");
        assertThat(page.getByText("还没有关注这个公众号")).isVisible();
    }

    @Test
    void groupsAndCallsAreViewsOfTheirOwnOnAPhone() {
        Page page = phone();
        page.locator("#chips button").first().click();
        assertThat(said(page, "PUSH")).hasCount(1);
        assertThat(page.locator("#groups-unread")).hasText("1");
        shot(page, "simulator-phone");
        accessible(page);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("网格群")).click();
        shot(page, "simulator-phone-groups");
        accessible(page);
        page.locator("#group-items button").first().click();
        assertThat(page.locator("#posts")).containsText("新诉求 HY20261121-0042");
        assertThat(page.locator("#groups-unread")).isHidden();
        shot(page, "simulator-phone-group");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("平台调用"))
                .press("Enter");
        assertThat(page.getByText("/cgi-bin/webhook/send")).isVisible();
        shot(page, "simulator-phone-calls");
        accessible(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(375);
    }

    @Test
    void workersCardIsTappedOnADeskAndALateTapIsTold() {
        Page page = desk();
        card("worker1", "t1");
        assertThat(page.locator("#cards .work-card")).containsText("下水道堵塞");
        page.locator("#cards [data-tap]").first().click();
        assertThat(page.locator("#call-rows")).containsText("/wecom/wwdemo0000000001/1000002");
        card("worker2", "t2");
        assertThat(page.locator("#worker-choice")).hasValue("worker2");
        page.locator("#cards [data-tap]").first().click();
        assertThat(page.locator("#cards .replaced")).hasText("程小满已接单");
        assertThat(page.locator("#cards button")).hasCount(0);
        page.getByLabel("用谁的手机看卡片").selectOption("worker1");
        assertThat(page.locator("#cards button")).hasCount(2);
        shot(page, "simulator-workers");
        accessible(page);
    }

    @Test
    void workersAreAViewOfTheirOwnOnAPhone() {
        Page page = phone();
        card("worker1", "t1");
        assertThat(page.locator("#workers-unread")).hasText("1");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("网格员")).click();
        assertThat(page.locator("#cards .work-card")).isVisible();
        shot(page, "simulator-phone-workers");
        accessible(page);
    }

    private void card(String worker, String task) {
        String json = """
                {"touser":"%s","msgtype":"template_card","agentid":1000002,"template_card":{"card_type":"button_interaction",
                "task_id":"%s","main_title":{"title":"下水道堵塞","desc":"等您接单"},
                "horizontal_content_list":[{"keyname":"编号","value":"HY20261121-0042"},{"keyname":"地点","value":"幸福里3栋"}],
                "card_action":{"type":1,"url":"https://huying.example/1"},
                "button_list":[{"text":"接单","type":0,"key":"sign"},{"text":"退单","type":0,"key":"return"}]}}
                """.formatted(worker, task);
        Answer answer = demo.context.getBean(FakeWorkApp.class).send(new JsonMapper().readTree(json));
        org.assertj.core.api.Assertions.assertThat(answer.ok()).isTrue();
    }

    @Test
    void markupInWordsStaysWords() {
        Page page = desk();
        String markup = "<img src=x onerror=alert(1)><b>粗</b>";
        page.getByLabel("发消息").fill(markup);
        page.locator("#send").click();
        assertThat(said(page, "RESIDENT").locator(".bubble")).hasText(markup);
        assertThat(said(page, "REPLY").locator(".bubble")).hasText("收到：" + markup);
        assertThat(page.locator("#log img, #log b")).hasCount(0);
    }

    @Test
    void secondVisitorSeesWhatHappenedAndWhatHappens() {
        Page first = desk();
        first.getByText("路灯不亮").click();
        assertThat(said(first, "REPLY")).hasCount(1);
        Page second = first.context().newPage();
        second.navigate(demo.base + "/simulator");
        assertThat(said(second, "REPLY")).hasCount(1);
        first.locator("#chips").getByText("人工").click();
        assertThat(said(second, "REPLY")).hasCount(2);
        assertThat(said(first, "REPLY")).hasCount(2);
    }

    @Test
    void keyboardAloneIsEnough() {
        Page page = desk();
        page.locator("#people [aria-checked=true]").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#people [aria-checked=true]")).containsText("韩立冬");
        page.locator("#plus").focus();
        page.keyboard().press("Enter");
        page.getByText("扫楼门码").first().press("Enter");
        assertThat(page.getByPlaceholder("找楼栋")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#sheet")).isHidden();
        assertThat(page.locator("#plus")).isFocused();
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
        page.navigate(demo.base + "/simulator");
        assertThat(page.locator("#link")).hasText("已连接");
        return page;
    }

    private static void tile(Page page, String name) {
        page.locator("#plus").click();
        page.locator("#panel").getByText(name).click();
    }

    private static Locator said(Page page, String source) {
        return page.locator("[data-source=" + source + "]");
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
