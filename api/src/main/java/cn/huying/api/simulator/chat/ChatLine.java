package cn.huying.api.simulator.chat;

import cn.huying.api.simulator.wire.ResidentAction;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The terminal's connection to a running demo: actions one after another, pushes as they come on a thread of their own. */
public final class ChatLine implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** Longer than the platform's three tries of five seconds. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private static final Duration LATE_REPLY = Duration.ofSeconds(8);
    private static final Duration AFTERTHOUGHT = Duration.ofMillis(700);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Semaphore pushes = new Semaphore(0);
    private final URI base;
    private final PrintStream out;
    private String account = "";
    private String name = "";
    private String openId = "";
    private boolean waiting;

    public ChatLine(URI base, PrintStream out) {
        this.base = base;
        this.out = out;
    }

    public void open() throws IOException, InterruptedException {
        JsonNode state = json.readTree(ask(request("/simulator/api/state").GET()));
        account = state.path("account").asString("");
        JsonNode phone = state.path("phones").path(0);
        name = phone.path("name").asString("");
        openId = phone.path("openId").asString("");
        listen(state.path("last").asLong(0));
    }

    public String account() {
        return account;
    }

    public String name() {
        return name;
    }

    public void act(ResidentAction action) throws IOException, InterruptedException {
        String body = json.writerFor(ResidentAction.class).writeValueAsString(action);
        pushes.drainPermits();
        JsonNode answer = json.readTree(ask(request("/simulator/api/residents/" + openId + "/actions")
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
        JsonNode entries = answer.path("entries");
        entries.forEach(entry -> print(entry.path("text").asString("")));
        waiting = entries.isEmpty();
    }

    /** Waits at the end of the input for what may still come: long when the last message got no answer yet, else a moment. */
    public void linger() throws InterruptedException {
        Duration patience = waiting ? LATE_REPLY : AFTERTHOUGHT;
        if (pushes.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            while (pushes.tryAcquire(AFTERTHOUGHT.toMillis(), TimeUnit.MILLISECONDS)) {
                pushes.drainPermits();
            }
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode());
        }
        return response.body();
    }

    private void listen(long after) throws IOException, InterruptedException {
        HttpRequest request = request("/simulator/events?after=" + after)
                .header("Accept", "text/event-stream")
                .GET()
                .build();
        Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body();
        Thread.ofPlatform().daemon().name("chat-pushes").start(() -> hearAll(lines));
    }

    private void hearAll(Stream<String> lines) {
        try (lines) {
            lines.filter(line -> line.startsWith("data:"))
                    .forEach(line -> hear(json.readTree(line.substring("data:".length()))));
        } catch (UncheckedIOException _) {
            // The line was closed, by us at the end or by the demo going down; the next action tells which.
        }
    }

    private void hear(JsonNode event) {
        if (event.path("openId").asString("").equals(openId)
                && event.path("source").asString("").equals("PUSH")) {
            out.println();
            print(event.path("text").asString(""));
            pushes.release();
        }
    }

    private void print(String words) {
        String margin = "呼应> ";
        out.println(margin + words.replace("\n", "\n" + "      "));
        out.flush();
    }
}
