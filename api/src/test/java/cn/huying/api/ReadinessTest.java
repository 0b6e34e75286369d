package cn.huying.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.embedded.EmbeddedRedis;
import cn.huying.api.embedded.JournaledMongo;
import cn.huying.api.embedded.JournaledMongo.Options;
import cn.huying.api.settings.Settings;
import cn.huying.api.spool.Spool;
import cn.huying.bot.envelope.Keyring;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.FileSystemUtils;

/** Readiness over real servers, which are then stopped one after the other. */
@Tag("slow")
class ReadinessTest {
    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void readinessShouldFollowTheStores() throws Exception {
        try (JournaledMongo mongo = JournaledMongo.open(folder.resolve("mongo"), Options.onPort(0), Clock.systemUTC());
                EmbeddedRedis redis = EmbeddedRedis.open(folder.resolve("redis"), 0);
                ConfigurableApplicationContext program = start(mongo, redis)) {
            HttpResponse<String> ready = readiness(program);
            assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
            assertThat(ready.body()).startsWith("{\"components\":{\"mongo\":{\"status\":\"UP\"}");

            redis.close();
            HttpResponse<String> degraded = readiness(program);
            assertThat(degraded.statusCode())
                    .as("Redis is never the only place")
                    .isEqualTo(200);
            assertThat(degraded.body())
                    .contains("\"redis\":{\"status\":\"DEGRADED\"}", "\"mongo\":{\"status\":\"UP\"}")
                    .endsWith("\"status\":\"DEGRADED\"}");

            mongo.close();
            HttpResponse<String> spooling = readiness(program);
            assertThat(spooling.statusCode())
                    .as("messages are kept in the spool: " + spooling.body())
                    .isEqualTo(200);
            assertThat(spooling.body()).contains("\"mongo\":{\"status\":\"DEGRADED\"}");

            FileSystemUtils.deleteRecursively(folder.resolve("spool"));
            HttpResponse<String> away = readiness(program);
            assertThat(away.statusCode()).as("nothing keeps messages now").isEqualTo(503);
            assertThat(away.body()).contains("\"mongo\":{\"status\":\"DOWN\"}");
            assertThat(get(program, "liveness").statusCode())
                    .as("a new start would mend nothing")
                    .isEqualTo(200);
        }
    }

    private ConfigurableApplicationContext start(JournaledMongo mongo, EmbeddedRedis redis) {
        return new SpringApplicationBuilder(App.class)
                .properties("server.port=0", "server.address=127.0.0.1", "management.server.port=0")
                .properties("spring.main.banner-mode=off", "logging.level.root=error")
                .run(
                        "--huying.demo=true",
                        "--huying.wechat.accounts[0].app-id=wxdemo0000000001",
                        "--huying.data=" + folder,
                        "--huying.stores.mongodb=" + mongo.uri() + "/huying",
                        "--huying.stores.redis=" + redis.uri());
    }

    private HttpResponse<String> readiness(ConfigurableApplicationContext program) throws Exception {
        return get(program, "readiness");
    }

    private HttpResponse<String> get(ConfigurableApplicationContext program, String group) throws Exception {
        String port = program.getEnvironment().getRequiredProperty("local.management.port");
        URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    /** Not annotated as a configuration, so that no scan ever finds it. */
    @EnableAutoConfiguration
    @EnableConfigurationProperties(Settings.class)
    @Import({StoresConfiguration.class, HealthConfiguration.class})
    static class App {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Spool spool(Settings settings, Keyring keyring) throws IOException {
            return Spool.open(settings.data().resolve("spool"), keyring, Spool.Limits.standard());
        }
    }
}
