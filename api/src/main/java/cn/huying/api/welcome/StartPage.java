package cn.huying.api.welcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the doors of this installation. Says nothing of residents, so everybody may see it. */
@RestController
public final class StartPage {
    private static final String FILE = "/welcome/start.html";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String page;
    private final IntSupplier managementPort;

    /**
     * @param console whether the console can be opened already
     * @param managementPort where health is asked for; known only once the program runs
     */
    public StartPage(boolean demo, boolean console, IntSupplier managementPort) {
        String shown = demo ? file() : without("demo", file());
        this.page = without(console ? "soon" : "console", shown);
        this.managementPort = managementPort;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> page() {
        String health = page.replace("{management}", Integer.toString(managementPort.getAsInt()));
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", POLICY)
                .body(health.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes out what stands between {@code <!--name-->} and {@code <!--/name-->}, wherever it stands. */
    private static String without(String name, String page) {
        String begin = "<!--" + name + "-->";
        String end = "<!--/" + name + "-->";
        StringBuilder kept = new StringBuilder(page);
        for (int from = kept.indexOf(begin); from >= 0; from = kept.indexOf(begin)) {
            kept.delete(from, kept.indexOf(end, from) + end.length());
        }
        return kept.toString();
    }

    private static String file() {
        try (InputStream in = StartPage.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
