package cn.huying.api.simulator;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import cn.huying.api.simulator.platform.FakePlatform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;

/** Echoes; on 登记 it also posts to a grid's group and pushes a message, over HTTP as the real one does. */
public final class SmallBot {
    private static final String MARKDOWN = """
            {"msgtype":"markdown","markdown":{"content":"## 新诉求 HY20261121-0042\\n>类别：<font color=\\"warning\\">下水道堵塞</font>\\n>紧急程度：**P2 · 24 小时内联系**\\n>地点：幸福里 3 栋\\n[查看并签收](https://example.org/worker/HY20261121-0042)"}}""";

    public final List<String> heard = new CopyOnWriteArrayList<>();

    public RouterFunction<ServerResponse> routes() {
        return route().POST("/wechat/mp/{appId}", this::callback)
                .POST("/wecom/{corpId}/{agentId}", this::tapped)
                .build();
    }

    /** The second worker always comes late. */
    private Mono<ServerResponse> tapped(ServerRequest request) {
        return request.bodyToMono(String.class).flatMap(body -> {
            String xml = PlainSide.unwrap(body);
            heard.add(xml);
            String worker = PlainSide.field(xml, "FromUserName");
            String late = PlainSide.wrap("<xml><ToUserName><![CDATA[" + worker
                    + "]]></ToUserName><MsgType><![CDATA[update_button]]></MsgType>"
                    + "<Button><ReplaceName><![CDATA[程小满已接单]]></ReplaceName></Button></xml>");
            return ServerResponse.ok().bodyValue(worker.equals("worker2") ? late : "success");
        });
    }

    private Mono<ServerResponse> callback(ServerRequest request) {
        return request.bodyToMono(String.class).flatMap(body -> {
            String xml = PlainSide.unwrap(body);
            heard.add(xml);
            String openId = PlainSide.field(xml, "FromUserName");
            String words = PlainSide.field(xml, "Content");
            Mono<Void> before = words.contains("下水道") ? register(request.uri().getPort(), openId) : Mono.empty();
            return before.then(ServerResponse.ok()
                    .bodyValue(words.equals("静默") ? "success" : PlainSide.reply(openId, answer(xml, words))));
        });
    }

    private static String answer(String xml, String words) {
        return words.isEmpty()
                ? "收到" + PlainSide.field(xml, "MsgType") + PlainSide.field(xml, "Event")
                        + PlainSide.field(xml, "EventKey")
                : words.contains("下水道") ? "已经登记，编号 HY20261121-0042。\n网格员会在 24 小时内联系您，进度会随时告诉您。" : "收到：" + words;
    }

    private static Mono<Void> register(int port, String openId) {
        String host = "http://127.0.0.1:" + port + FakePlatform.PREFIX;
        String token = "/wechat/cgi-bin/token?grant_type=client_credential&appid=" + Demo.ACCOUNT.appId() + "&secret="
                + Demo.ACCOUNT.secret();
        String push = "{\"touser\":\"" + openId + "\",\"msgtype\":\"text\",\"text\":{\"content\":\"网格员已经收到您的诉求。\"}}";
        return post(host + "/wecom/cgi-bin/webhook/send?key=demo-robot-key-00000000-3", MARKDOWN)
                .then(HttpClient.create()
                        .get()
                        .uri(host + token)
                        .responseContent()
                        .aggregate()
                        .asString())
                .flatMap(answer ->
                        post(host + "/wechat/cgi-bin/message/custom/send?access_token=" + answer.split("\"")[3], push))
                .then();
    }

    private static Mono<String> post(String uri, String json) {
        return HttpClient.create()
                .post()
                .uri(uri)
                .send(ByteBufMono.fromString(Mono.just(json)))
                .responseContent()
                .aggregate()
                .asString(StandardCharsets.UTF_8);
    }
}
