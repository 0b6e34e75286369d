package cn.huying.api.bench.cards;

import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Child;
import cn.huying.api.callback.PlatformSeal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** A worker's phone before one replica: posts taps as the platform does, encrypted and signed, three times at most. */
final class Hand {
    private static final String CORP = "wwdemo0000000001";
    private static final String AGENT = "1000002";
    private static final int TRIES = 3;
    private static final int BETWEEN_MS = 200;
    /** What is counted is who wins, on however busy a machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String worker;
    private final String address;
    private final Clock clock;
    private final PlatformSeal seal;

    Hand(HttpClient http, String worker, int port, Clock clock) {
        this.http = http;
        this.worker = worker;
        this.address = "http://127.0.0.1:" + port + "/wecom/" + CORP + '/' + AGENT + '?';
        this.clock = clock;
        this.seal = new PlatformSeal("huying-demo-wecom", "aHV5aW5nLWRlbW8tYWVzLWtleS0wMDAwMDAwMDAwMDA", CORP, clock);
    }

    /**
     * How a tap ended for this worker.
     *
     * @param words what stands in place of the buttons; empty where the answer only said that it was received
     */
    record Tapped(String card, String worker, String words, int tries) {}

    String worker() {
        return worker;
    }

    Tapped sign(String card, String task) {
        String document = document(task);
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            HttpResponse<byte[]> answer = post(document);
            if (answer.statusCode() == 200) {
                return new Tapped(card, worker, words(answer.body()), attempt);
            }
            Child.pause(BETWEEN_MS);
        }
        throw new BenchException(worker + " 点了三次都没有送达");
    }

    private String document(String task) {
        return "<xml><ToUserName><![CDATA[" + CORP + "]]></ToUserName><FromUserName><![CDATA[" + worker
                + "]]></FromUserName><CreateTime>" + clock.millis() / 1_000
                + "</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[template_card_event]]></Event>"
                + "<EventKey><![CDATA[sign]]></EventKey><TaskId><![CDATA[" + task
                + "]]></TaskId><CardType><![CDATA[button_interaction]]></CardType><ResponseCode><![CDATA[" + worker
                + task + "]]></ResponseCode><AgentID>" + AGENT + "</AgentID></xml>";
    }

    private HttpResponse<byte[]> post(String document) {
        PlatformSeal.Post sealed =
                seal.seal(CORP, document.getBytes(StandardCharsets.UTF_8), seal.timestamp(), seal.nonce());
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + sealed.query()))
                .timeout(PATIENCE)
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(sealed.body()))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new BenchException("副本没有应答", e);
        } catch (InterruptedException e) {
            throw BenchException.interrupted(e);
        }
    }

    private String words(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.isEmpty() || text.equals("success")) {
            return "";
        }
        String answer = seal.open(body).orElseThrow(() -> new BenchException("回答打不开，签名或加密不对"));
        int from = answer.indexOf("<ReplaceName><![CDATA[");
        int to = answer.indexOf("]]>", Math.max(from, 0));
        if (from < 0 || to < 0) {
            throw new BenchException("回答里没有替换按钮的文字");
        }
        return answer.substring(from + "<ReplaceName><![CDATA[".length(), to);
    }
}
