package cn.huying.api.bench.broadcast;

import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Child;
import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.lab.Laboratory.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** A red alert comes in by its door, is approved at once, and is watched until everybody has it. */
public final class AlertRun {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int POLL_MS = 10;

    /** Nothing more may come after everybody has it. */
    private static final int AFTERMATH_MS = 3_000;

    private final Stage stage;
    private final MassHost host;
    private final int residents;
    private final Clock clock = Clock.systemUTC();

    /**
     * Times count from the moment the alert was posted.
     *
     * @param firstMillis until the first resident was pushed to
     * @param lastMillis until the last resident and the last group had it
     * @param twice residents and groups that were sent it again
     * @param limited calls the platform refused for being over a limit
     */
    public record Report(
            int residents,
            int reached,
            long groups,
            int groupsReached,
            long firstMillis,
            long residentsMillis,
            long lastMillis,
            int twice,
            int limited) {
        public boolean clean() {
            return reached == residents && groupsReached == groups && twice == 0 && limited == 0;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "red alert: residents=%d/%d groups=%d/%d first=%dms residents=%dms all=%dms twice=%d limited=%d",
                    reached,
                    residents,
                    groupsReached,
                    groups,
                    firstMillis,
                    residentsMillis,
                    lastMillis,
                    twice,
                    limited);
        }
    }

    private AlertRun(Stage stage, MassHost host, int residents) {
        this.stage = stage;
        this.host = host;
        this.residents = residents;
    }

    /** Runs it and cleans up. @param home the folder with {@code config/}; @param said is told what is going on */
    public static Report run(Path home, int residents, Consumer<String> said) throws IOException {
        try (Laboratory laboratory = new Laboratory(home);
                MassHost host = new MassHost(Clock.systemUTC(), new Random(residents))) {
            return new AlertRun(new Stage(laboratory, new Crowd(residents)), host, residents).run(said);
        }
    }

    private Report run(Consumer<String> said) throws IOException {
        stage.settle();
        Server server = stage.started(host);
        Desk approver = Desk.of(server.port(), "approver");
        approver.read("/console/broadcasts");
        said.accept("就绪，发出红色预警");
        Instant posted = clock.instant();
        approver.approve(posted(server.port(), posted));
        awaited(() -> !host.journal().isEmpty());
        awaited(() -> reached().size() >= residents && robots().size() >= stage.groups());
        Child.pause(AFTERMATH_MS);
        return report(posted);
    }

    private Report report(Instant posted) {
        List<MassHost.Sent> sends = host.journal();
        List<MassHost.Post> posts = host.posts();
        int carried = sends.stream().mapToInt(sent -> sent.to().size()).sum();
        Instant last = sends.getLast().at();
        Instant lastPost =
                posts.stream().map(MassHost.Post::at).max(Instant::compareTo).orElse(last);
        return new Report(
                residents,
                reached().size(),
                stage.groups(),
                robots().size(),
                Duration.between(posted, sends.getFirst().at()).toMillis(),
                Duration.between(posted, last).toMillis(),
                Duration.between(posted, lastPost.isAfter(last) ? lastPost : last)
                        .toMillis(),
                carried - reached().size() + posts.size() - robots().size(),
                host.repeats().limited());
    }

    private Set<String> reached() {
        Set<String> reached = new HashSet<>();
        host.journal().forEach(sent -> reached.addAll(sent.to()));
        return reached;
    }

    private Set<String> robots() {
        Set<String> robots = new HashSet<>();
        host.posts().forEach(post -> robots.add(post.robot()));
        return robots;
    }

    private static void awaited(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            Child.pause(POLL_MS);
        }
    }

    /** The broadcast the alert brought. */
    private static String posted(int port, Instant now) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/alerts/cap"))
                .header("X-API-Key", "huying-demo-key")
                .POST(HttpRequest.BodyPublishers.ofString(cap(now)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new JsonMapper().readTree(answer).path("broadcast").asString("");
        } catch (IOException e) {
            throw new BenchException("预警没有送达", e);
        } catch (InterruptedException e) {
            throw BenchException.interrupted(e);
        }
    }

    private static String cap(Instant now) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>BENCH-1</identifier>
                <sender>qixiang@demo.example</sender><sent>%s</sent><status>Actual</status><msgType>Alert</msgType>
                <scope>Public</scope><info><language>zh-CN</language><event>暴雨</event><severity>Extreme</severity>
                <expires>%s</expires><senderName>青禾区气象台</senderName><headline>青禾区气象台发布暴雨红色预警信号</headline>
                <description>预计未来3小时有强降雨。</description><area><areaDesc>青禾区</areaDesc>
                <geocode><valueName>区划代码</valueName><value>659901000000</value></geocode></area></info></alert>
                """.formatted(now, now.plusSeconds(3_600));
    }
}
