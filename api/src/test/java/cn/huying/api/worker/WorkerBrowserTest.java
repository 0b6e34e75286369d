package cn.huying.api.worker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Chromium;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("browser")
@Tag("slow")
class WorkerBrowserTest {
    private static final Path SHOTS = Path.of("target", "screenshots");

    @RegisterExtension
    private static final WorkerPages pages = new WorkerPages();

    private final List<String> problems = new CopyOnWriteArrayList<>();

    @Test
    void workerShouldSignContactAndResolveOnAPhoneWithoutScripts() {
        try (Chromium chromium = Chromium.orSkip();
                BrowserContext phone = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(375, 667)
                                .setJavaScriptEnabled(false)
                                .setLocale("zh-CN"))) {
            ServiceRequest request = pages.requests.in(RequestState.DISPATCHED);
            Page page = phone.newPage();
            page.onConsoleMessage(message -> problems.add(message.text()));
            page.navigate(pages.base() + "/worker/requests/" + request.id());
            shot(page, "worker-login");
            page.getByLabel("账号").fill("worker1");
            page.getByLabel("密码").fill(WorkerPages.PASSWORD);
            button(page, "登录").click();
            assertThat(page.locator(".state")).hasText("待签收");
            shot(page, "worker-dispatched");
            handle(page);
            shot(page, "worker-resolved");
            assertThat(pages.requests.stored(request.id()).state()).isEqualTo(RequestState.FOLLOW_UP);
            assertThat(problems).as("errors in the browser").isEmpty();
        }
    }

    private static void handle(Page page) {
        button(page, "签收").click();
        assertThat(page.locator(".notice")).containsText("已签收");
        page.getByText("上门").click();
        page.getByLabel("联系情况").fill("约好下午三点上门");
        shot(page, "worker-signed");
        button(page, "联系上了").click();
        assertThat(page.locator(".state")).hasText("办理中");
        page.getByLabel("给居民的答复").fill("楼道灯已经换好，麻烦您看看亮不亮。");
        page.getByLabel("怎么核实的").fill("现场看过，灯已亮");
        shot(page, "worker-in-progress");
        button(page, "办结").click();
        assertThat(page.locator(".state")).hasText("已办结，待回访");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
