package cn.huying.api;

import cn.huying.api.bench.lab.Laboratory;
import cn.huying.bot.Home;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole demo in this process, as it is shipped, on a free port and data of a test's own. */
public final class DemoProgram implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final int port = Laboratory.freePort();
    private final ConfigurableApplicationContext context;

    /** @param settings as on the command line, on top of the demo's own */
    public DemoProgram(Path data, String... settings) {
        List<String> shipped = List.of(
                "--spring.profiles.active=demo",
                "--spring.config.additional-location=file:" + Home.CONFIG + "/",
                "--huying.config=" + Home.CONFIG,
                "--huying.community=" + Home.CONFIG.resolve("demo/community"),
                "--huying.data=" + data,
                "--PORT=" + port,
                "--MANAGEMENT_PORT=0");
        context = SpringApplication.run(
                HuyingConfiguration.class,
                Stream.concat(shipped.stream(), Stream.of(settings)).toArray(String[]::new));
    }

    public int port() {
        return port;
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.headers(headers).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> postJson(String path, Object body) throws IOException, InterruptedException {
        return post(path, json.writeValueAsString(body), "Content-Type", "application/json");
    }

    /** All the simulator shows: phones, groups, calls. */
    public JsonNode state() throws IOException, InterruptedException {
        return json.readTree(get("/simulator/api/state").body());
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
