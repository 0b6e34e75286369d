package cn.huying.api.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

/**
 * The page and its few files, read once at the start. They do not lie among the static resources, because those are served in every
 * installation and this page must not be.
 */
@RestController
@DemoOnly
@RequestMapping("/simulator")
final class SimulatorPage {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; " + "frame-ancestors 'none'";
    private static final String INDEX = "index.html";
    private static final List<String> FILES = List.of(
            INDEX,
            "simulator.css",
            "phone.css",
            "narrow.css",
            "workers.css",
            "workers.js",
            "icon.svg",
            "app.js",
            "phone.js",
            "panels.js",
            "groups.js",
            "calls.js",
            "markdown.js",
            "dom.js");

    private final Map<String, ResponseEntity<byte[]>> files = new LinkedHashMap<>();

    SimulatorPage() {
        FILES.forEach(name -> files.put(name, load(name)));
    }

    @GetMapping({"", "/"})
    ResponseEntity<byte[]> page() {
        return file(INDEX);
    }

    @GetMapping("/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        ResponseEntity<byte[]> file = files.get(name);
        if (file == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return file;
    }

    private static ResponseEntity<byte[]> load(String name) {
        try (InputStream in = SimulatorPage.class.getResourceAsStream("/simulator/" + name)) {
            if (in == null) {
                throw new IllegalStateException("/simulator/" + name + " is not on the class path");
            }
            return ResponseEntity.ok()
                    .contentType(type(name))
                    .cacheControl(CacheControl.noCache())
                    .header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .body(in.readAllBytes());
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
