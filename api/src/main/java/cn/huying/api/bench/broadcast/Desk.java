package cn.huying.api.bench.broadcast;

import cn.huying.api.bench.lab.BenchException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A member of staff at the console, as a browser without scripts: keeps cookies and sends forms back with their hidden fields. */
public final class Desk {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PASSWORD = "huying-demo";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String base;
    private String page = "";

    private Desk(String base) {
        this.base = base;
    }

    /** Signs in as one of the demo's staff. */
    public static Desk of(int port, String name) {
        Desk desk = new Desk("http://127.0.0.1:" + port);
        desk.read("/console/login");
        String next = desk.send("/console/login", Map.of("username", name, "password", PASSWORD));
        if (next.contains("failed")) {
            throw new BenchException(name + " 无法登录");
        }
        return desk;
    }

    /** Writes a campaign to residents alone and hands it in; gives the broadcast's id. */
    public String compose(String title, String grid) {
        read("/console/broadcasts/new");
        String next = send(
                "/console/broadcasts",
                Map.of(
                        "title",
                        title,
                        "text",
                        "凡是叫您转账的都是诈骗。",
                        "grids",
                        grid,
                        "channel",
                        "MASS_SEND",
                        "expires",
                        hidden("expires")));
        String id = next.substring(next.lastIndexOf('/') + 1, next.indexOf('?'));
        read("/console/broadcasts/" + id);
        told(send("/console/broadcasts/" + id + "/submit", Map.of()));
        return id;
    }

    /** Lets go out what the page shows. */
    public void approve(String id) {
        read("/console/broadcasts/" + id);
        told(send("/console/broadcasts/" + id + "/approve", Map.of("seal", hidden("seal"))));
    }

    private static void told(String next) {
        if (!next.endsWith("told=done")) {
            throw new BenchException("后台没有照办：" + next);
        }
    }

    /** The page at this address. */
    public String read(String path) {
        page = exchange(request(path).GET()).body();
        return page;
    }

    /** Sends a form of the page read last; gives where it was sent on to. */
    public String send(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", hidden("_csrf"));
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = exchange(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new BenchException(path + " 回答 " + answer.statusCode()));
    }

    private HttpRequest.Builder request(String path) {
        String kept = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept", "text/html");
        return kept.isEmpty() ? request : request.header("Cookie", kept);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new BenchException("后台没有应答", e);
        } catch (InterruptedException e) {
            throw BenchException.interrupted(e);
        }
    }

    private void keep(String cookie) {
        int end = cookie.indexOf(';');
        String pair = end < 0 ? cookie : cookie.substring(0, end);
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    /** The value of a field of the page read last. */
    private String hidden(String name) {
        int field = page.indexOf("name=\"" + name + '"');
        int value = page.indexOf("value=\"", Math.max(field, 0)) + "value=\"".length();
        if (field < 0) {
            throw new BenchException("页面上没有 " + name);
        }
        return page.substring(value, page.indexOf('"', value));
    }
}
