package cn.huying.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsEnabledOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The guided tour in a real browser against the whole demo: every step is really done, on a desk and on a phone. */
@Tag("browser")
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TourBrowserTest {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE = 60_000;

    @TempDir
    private static Path data;

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private Chromium chromium;
    private DemoProgram program;

    @BeforeAll
    void start() {
        chromium = Chromium.orSkip();
        program = new DemoProgram(data);
    }

    @AfterAll
    void stop() {
        if (program != null) {
            program.close();
            chromium.close();
        }
    }

    @Test
    void tourOnADeskShouldTakeAMatterFromReportToRatingAndABroadcastToEveryPhone() {
        try (BrowserContext context = visitor(1440, 900)) {
            Page page = open(context);
            assertThat(page.locator("#tour-title")).hasText("两分钟，看一件事怎样办成");
            shot(page, "tour-desk-0");
            page.getByText("开始导览").click();
            List<String> titles = played(page, "tour-desk");

            assertThat(titles).hasSize(12).doesNotHaveDuplicates();
            Locator neighbour = page.locator(".holder").first();
            Locator resident = page.locator(".holder").nth(1);
            for (String words : List.of("已登记，编号 HY", "已签收您的诉求", "着手办理", "疏通主管道", "谢谢您", "冒充客服退款的骗局")) {
                assertThat(resident.locator(".log")).containsText(words);
            }
            assertThat(neighbour.locator(".log")).containsText("第九百四十四条");
            assertThat(neighbour.locator(".log")).containsText("冒充客服退款的骗局");
            assertThat(page.locator("#posts")).containsText("冒充客服退款的骗局");
            page.getByText("看完了").click();
            assertThat(page.locator("#tour")).isHidden();
            shot(page, "simulator-desktop");
            page.getByText("两分钟导览").click();
            assertThat(page.locator("#tour-step")).containsText("第 1 步");
            page.getByText("跳过导览").click();
            assertThat(page.locator("#tour")).isHidden();
        }
        assertThat(problems).as("errors in the browser").isEmpty();
    }

    @Test
    void tourOnAPhoneShouldShowWhatItSpeaksOf() {
        try (BrowserContext context = visitor(375, 812)) {
            Page page = open(context);
            page.getByText("开始导览").click();
            played(page, "tour-phone");
            assertThat(page.locator("#posts")).containsText("冒充客服退款的骗局");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(375);
            page.getByText("看完了").click();
            page.locator("#tab-phone").click();
            shot(page, "simulator-phone-played");
        }
        assertThat(problems).as("errors in the browser").isEmpty();
    }

    /** A robot's answer is lost on its way: the post is in the group, and staff are told that nobody can be sure. */
    @Test
    void lostReplyShouldBeSeenByStaffAsUncertain() {
        try (BrowserContext context = visitor(1440, 900)) {
            Page page = open(context);
            page.getByText("不用了").click();
            page.locator("#tab-faults").click();
            page.locator("[data-host=WECOM]").getByText("回复丢失").click();
            Locator phone = page.locator(".holder").first();
            for (String words : List.of("3栋2单元楼道灯坏了好几天", "幸福里", "确认")) {
                phone.getByLabel("发消息").fill(words);
                phone.getByLabel("发消息").press("Enter");
                assertThat(phone.locator("[data-source=RESIDENT]").last()).containsText(words);
                assertThat(phone.locator(".message").last()).hasAttribute("data-source", "REPLY");
            }
            String reply = phone.locator("[data-source=REPLY]").last().textContent();
            String number = reply.substring(reply.indexOf("HY"), reply.indexOf("HY") + "HY20261121-0001".length());
            assertThat(page.locator("[data-host=WECOM] .met")).not().hasText("已有 0 次调用碰上");
            page.locator("#tab-groups").click();
            assertThat(page.locator("#posts")).containsText(number);
            page.locator("#tab-calls").click();
            assertThat(page.locator("#call-rows")).containsText("已经办了，回复在路上丢了");
            shot(page, "simulator-lost-reply");

            page.navigate(program.at("/console/letters").toString());
            page.getByLabel("账号").fill("dispatcher");
            page.getByLabel("密码").fill("huying-demo");
            page.keyboard().press("Enter");
            assertThat(page.locator("header").getByText("退出")).isVisible();
            page.navigate(program.at("/console/letters").toString());
            Locator uncertain = page.getByText("不确定对方收到没有");
            for (int tries = 0; tries < 60 && uncertain.count() == 0; tries++) {
                page.waitForTimeout(500);
                page.reload();
            }
            assertThat(uncertain.first()).isVisible();
            shot(page, "console-letters-uncertain");
            page.navigate(program.at("/console/requests").toString());
            shot(page, "console-live-requests");
            page.navigate(program.at("/simulator").toString());
            page.locator("#tab-faults").click();
            page.getByText("全部恢复正常").click();
            assertThat(page.locator("#fault-note")).isHidden();
        }
    }

    /** Goes through all steps and gives their titles; each must have come to its end before the next begins. */
    private static List<String> played(Page page, String name) {
        List<String> titles = new ArrayList<>();
        Locator next = page.locator("#tour-next");
        for (int step = 1; step <= 12; step++) {
            assertThat(page.locator("#tour-step"))
                    .containsText("第 " + step + " 步", new ContainsTextOptions().setTimeout(PATIENCE));
            assertThat(next).isEnabled(new IsEnabledOptions().setTimeout(PATIENCE));
            assertThat(page.locator("#tour-state")).not().containsText("没有等到");
            if (step == 1) {
                page.getByText("暂停").click();
            }
            titles.add(page.locator("#tour-title").textContent());
            shot(page, name + "-" + step);
            if (step < 12) {
                next.click();
            }
        }
        assertThat(page.locator("#tour-bar")).hasAttribute("aria-valuenow", "12");
        return titles;
    }

    private BrowserContext visitor(int width, int height) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setDeviceScaleFactor(width < 900 ? 2 : 1)
                        .setViewportSize(width, height)
                        .setLocale("zh-CN"));
    }

    private Page open(BrowserContext context) {
        Page page = context.newPage();
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text());
            }
        });
        page.navigate(program.at("/simulator").toString());
        assertThat(page.locator("#link")).hasText("已连接");
        return page;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    }
}
