package cn.huying.api.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
@Tag("slow")
class SimulatorBrowserTest {
    private static Chromium chromium;
    private static Demo demo;

    @BeforeAll
    static void start() {
        chromium = Chromium.orSkip();
        demo = Demo.start();
    }

    @AfterAll
    static void stop() {
        demo.close();
        chromium.close();
    }

    @Test
    void shots() {
        Page page = open(1440, 900);
        shot(page, "desk-0");
        page.locator("#chips button").first().click();
        assertThat(page.locator("[data-source=REPLY]")).hasCount(1);
        page.locator("#say").fill("物业服务不好，我可以不交物业费吗？");
        page.locator("#say").press("Enter");
        page.locator("#plus").click();
        page.getByText("发送位置").click();
        shot(page, "desk-1");
        page.getByText("幸福里北门").click();
        page.locator("#call-rows button").nth(2).click();
        page.waitForTimeout(800);
        shot(page, "desk-2");
        Page small = open(375, 812);
        small.waitForTimeout(500);
        shot(small, "phone-1");
        small.locator("#plus").click();
        shot(small, "phone-2");
        small.getByText("扫楼门码").first().click();
        small.waitForTimeout(400);
        shot(small, "phone-3");
        small.locator("#sheet-close").click();
        small.locator("#tab-groups").click();
        shot(small, "phone-4");
        small.locator("#group-items button").first().click();
        shot(small, "phone-5");
        small.locator("#tab-calls").click();
        shot(small, "phone-6");
        small.locator("#tab-phone").click();
        small.getByText("白凡").click();
        shot(small, "phone-7");
    }

    private static Page open(int width, int height) {
        Page page = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setDeviceScaleFactor(width < 500 ? 2 : 1))
                .newPage();
        page.onConsoleMessage(message -> System.err.println(message.text()));
        page.navigate(demo.base + "/simulator");
        return page;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/sim-shots/" + name + ".png")));
    }
}
