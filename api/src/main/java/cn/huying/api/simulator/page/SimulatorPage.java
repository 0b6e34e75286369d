package cn.huying.api.simulator.page;

import cn.huying.api.simulator.town.DemoOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page and its few files, read once at the start. They do not lie among the static resources, because those are served in every
 * installation and this page must not be.
 */
@RestController
@DemoOnly
@RequestMapping("/simulator")
public final class SimulatorPage {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; " + "frame-ancestors 'none'";
    private static final String INDEX = "index.html";
    private static final List<String> FILES = List.of(
            "simulator.css",
            "phone.css",
            "panes.css",
            "workers.css",
            "tour.css",
            "narrow.css",
            "icon.svg",
            "app.js",
            "phones.js",
            "phone.js",
            "panels.js",
            "groups.js",
            "workers.js",
            "calls.js",
            "people.js",
            "faults.js",
            "tour.js",
            "script.js",
            "markdown.js",
            "dom.js");

    /** Where the page is told the first picture, so that it is complete before it asks for anything. */
    private static final String PICTURE = "<!--picture-->";

    private final Map<String, ResponseEntity<byte[]>> files = new LinkedHashMap<>();
    private final String[] page;
    private final SimulatorStates states;
    private final JsonMapper json;

    SimulatorPage(SimulatorStates states, JsonMapper json) {
        this.states = states;
        this.json = json;
        this.page = new String(read(INDEX), StandardCharsets.UTF_8).split(PICTURE, 2);
        FILES.forEach(name -> files.put(
                name, guarded(name).cacheControl(CacheControl.noCache()).body(read(name))));
    }

    @GetMapping({"", "/"})
    Mono<ResponseEntity<byte[]>> page() {
        return states.now()
                .map(now -> guarded(INDEX)
                        .cacheControl(CacheControl.noStore())
                        .body((page[0] + harmless(json.writeValueAsString(now)) + page[1])
                                .getBytes(StandardCharsets.UTF_8)));
    }

    /** Words of a resident must not end the element the picture stands in. */
    private static String harmless(String json) {
        return json.replace("<", "\\u003c");
    }

    @GetMapping("/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        ResponseEntity<byte[]> file = files.get(name);
        if (file == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return file;
    }

    private static ResponseEntity.BodyBuilder guarded(String name) {
        return ResponseEntity.ok()
                .contentType(type(name))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    private static byte[] read(String name) {
        try (InputStream in = SimulatorPage.class.getResourceAsStream("/simulator/" + name)) {
            if (in == null) {
                throw new IllegalStateException("/simulator/" + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MediaType type(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return MediaType.parseMediaType(
                switch (extension) {
                    case "html" -> "text/html;charset=UTF-8";
                    case "css" -> "text/css;charset=UTF-8";
                    case "js" -> "text/javascript;charset=UTF-8";
                    case "svg" -> "image/svg+xml";
                    default -> throw new IllegalStateException("no media type for " + name);
                });
    }
}
