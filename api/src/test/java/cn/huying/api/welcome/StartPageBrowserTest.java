package cn.huying.api.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
@Tag("slow")
class StartPageBrowserTest {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private final List<String> problems = new CopyOnWriteArrayList<>();

    @Test
    void pageShouldFitADeskAndAPhone() {
        try (Chromium chromium = Chromium.orSkip();
                FrontDoor door = new FrontDoor(true, false)) {
            look(chromium, door, 1440, 900, "start-desktop");
            look(chromium, door, 390, 844, "start-phone");
            assertThat(problems).as("errors in the browser").isEmpty();
        }
    }

    private void look(Chromium chromium, FrontDoor door, int width, int height, String name) {
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setJavaScriptEnabled(true)
                        .setLocale("zh-CN"))) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> problems.add(message.text()));
            page.navigate(door.base() + "/");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(width);
            assertThat(page.locator("a[href]").count()).isEqualTo(3);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SHOTS.resolve(name + ".png"))
                    .setFullPage(true));
        }
    }
}
