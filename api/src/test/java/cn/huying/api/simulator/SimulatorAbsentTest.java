package cn.huying.api.simulator;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class SimulatorAbsentTest {
    @Test
    void nothingOfItExistsOutsideTheDemo() {
        try (var production = new Demo("huying.demo=false")) {
            var http = WebTestClient.bindToServer()
                    .baseUrl(production.base.toString())
                    .responseTimeout(Duration.ofSeconds(20))
                    .build();
            for (String path : new String[] {
                "/simulator",
                "/simulator/app.js",
                "/simulator/api/state",
                "/simulator/api/people",
                "/simulator/api/faults",
                "/simulator/api/tour/broadcasts/b1",
                "/simulator/events",
                "/simulator/platform/wechat/cgi-bin/token"
            }) {
                http.get().uri(path).exchange().expectStatus().isNotFound();
            }
        }
    }
}
