package cn.huying.api.simulator;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium for tests of pages. Installs it when that is possible; else the test is skipped and says what to install. */
public final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final Path FONT = Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String INSTALL = "apt-get update -qq && apt-get install -y -qq chromium fonts-noto-cjk";
    private static final long INSTALL_MINUTES = 8;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIETLY));
    }

    /** Starts the browser or skips the test. */
    public static Chromium orSkip() {
        if (!installed() && root()) {
            install();
        }
        if (!installed()) {
            System.err.println("SKIPPED browser test: install the packages chromium and fonts-noto-cjk");
        }
        Assumptions.assumeTrue(installed(), "needs the packages chromium and fonts-noto-cjk");
        return new Chromium(executable());
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static boolean installed() {
        return PLACES.stream().anyMatch(Files::isExecutable) && Files.exists(FONT);
    }

    private static Path executable() {
        return PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void install() {
        System.err.println("Installing chromium and fonts-noto-cjk for browser tests");
        try {
            var process = new ProcessBuilder("sh", "-c", INSTALL)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            System.err.println("apt-get could not be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
