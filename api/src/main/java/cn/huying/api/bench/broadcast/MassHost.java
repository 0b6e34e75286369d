package cn.huying.api.bench.broadcast;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform's mass sends, in a process that nobody kills. A send takes effect when it comes in and is answered a while later, so that
 * whoever is killed in between never hears of it. The journal of effects is what counts.
 */
final class MassHost implements AutoCloseable {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 60;
    private static final int SHORTEST_MS = 200;
    private static final int LONGEST_MS = 1_500;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Clock clock;
    private final Random random;
    private final Map<String, Instant> asked = new HashMap<>();
    private final List<Sent> journal = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final Deque<Instant> recent = new ArrayDeque<>();
    private int known;
    private int tooSoon;
    private int limited;

    /** One post into a group, by its robot. */
    record Post(String robot, Instant at) {}

    /** One mass send that took effect. */
    record Sent(String key, List<String> to, Instant at) {
        /** The broadcast it belongs to. */
        String broadcast() {
            return key.substring(0, Math.max(0, key.indexOf('-')));
        }
    }

    /**
     * What it was asked beside that.
     *
     * @param known sends repeated under their key, of which the first one counts
     * @param tooSoon sends repeated within a minute, refused
     * @param limited sends over the limit of a minute, refused
     */
    record Repeats(int known, int tooSoon, int limited) {}

    MassHost(Clock clock, Random random) {
        this.clock = clock;
        this.random = random;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/cgi-bin/stable_token",
                exchange -> answer(exchange, "{\"access_token\":\"bench\",\"expires_in\":7200}"));
        server.createContext("/cgi-bin/message/mass/send", this::massSend);
        server.createContext("/", exchange -> answer(exchange, "{\"errcode\":0,\"errmsg\":\"ok\"}"));
        server.createContext("/cgi-bin/webhook/send", this::groupPost);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void massSend(HttpExchange exchange) throws IOException {
        JsonNode call = JSON.readTree(exchange.getRequestBody().readAllBytes());
        List<String> to = new ArrayList<>();
        call.path("touser").forEach(openId -> to.add(openId.asString("")));
        String answer = effect(call.path("clientmsgid").asString(""), to);
        try {
            Thread.sleep(pause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, answer);
    }

    private void groupPost(HttpExchange exchange) throws IOException {
        synchronized (this) {
            posts.add(new Post(exchange.getRequestURI().getQuery(), clock.instant()));
        }
        answer(exchange, "{\"errcode\":0,\"errmsg\":\"ok\"}");
    }

    synchronized List<Post> posts() {
        return List.copyOf(posts);
    }

    private synchronized String effect(String key, List<String> to) {
        Instant now = clock.instant();
        while (!recent.isEmpty() && !recent.getFirst().plus(MINUTE).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.size() >= PER_MINUTE) {
            limited++;
            return code(45011);
        }
        recent.addLast(now);
        Instant before = asked.get(key);
        if (before != null && before.plus(MINUTE).isAfter(now)) {
            tooSoon++;
            return code(45066);
        }
        asked.put(key, now);
        if (before != null) {
            known++;
            return code(45065);
        }
        journal.add(new Sent(key, to, now));
        return code(0);
    }

    private String code(int code) {
        return "{\"errcode\":%d,\"errmsg\":\"\",\"msg_id\":%d}".formatted(code, journal.size());
    }

    private synchronized int pause() {
        return random.nextInt(SHORTEST_MS, LONGEST_MS);
    }

    synchronized List<Sent> journal() {
        return List.copyOf(journal);
    }

    synchronized Repeats repeats() {
        return new Repeats(known, tooSoon, limited);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
