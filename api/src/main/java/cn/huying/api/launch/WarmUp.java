package cn.huying.api.launch;

import cn.huying.api.wechat.OfficialAccount;
import cn.huying.api.wechat.OfficialAccounts;
import cn.huying.api.wechat.PlatformCodec;
import cn.huying.bot.dialogue.Conversation;
import cn.huying.bot.dialogue.ConversationStore;
import cn.huying.bot.dialogue.Dialogue;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.InboxStore;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Walks the way of a message before the first resident does: parser, cryptography, index and stores are loaded and half compiled when
 * the program says it is ready. Leaves an empty conversation with nobody behind, the same at every start; what fails here is only slower later.
 */
public final class WarmUp {
    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
    private static final int ROUNDS = 5;
    private static final int POSTS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Reply SILENCE = new Reply.Silence();
    private static final OpenId NOBODY = new OpenId("warm-up-of-nobody-000");

    private final OfficialAccounts accounts;
    private final Dialogue dialogue;
    private final ConversationStore conversations;
    private final InboxStore inbox;
    private final Clock clock;

    public WarmUp(
            OfficialAccounts accounts,
            Dialogue dialogue,
            ConversationStore conversations,
            InboxStore inbox,
            Clock clock) {
        this.accounts = accounts;
        this.dialogue = dialogue;
        this.conversations = conversations;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** @param port where this program listens */
    public void run(int port) {
        accounts.all().stream().findFirst().ifPresent(account -> {
            talk(account.appId());
            useStores(account.appId());
            callBack(account, port);
        });
    }

    private void talk(AppId account) {
        Sender sender = new Sender(account, NOBODY);
        Conversation conversation = Conversation.fresh(sender);
        Origin origin = new Origin(InboxId.ofMessage(sender, "0"), sender, "", clock.instant());
        List<String> sentences = sentences();
        for (int round = 0; round < ROUNDS; round++) {
            String otherwise = "？".repeat(round); // what was asked before is remembered and would warm nothing
            Flux.fromIterable(sentences)
                    .map(words -> new InboundMessage.Text(origin, words + otherwise))
                    .concatMap(text -> dialogue.plainTurn(text, conversation))
                    .then()
                    .timeout(PATIENCE)
                    .onErrorResume(error -> skipped("dialogue", error))
                    .block();
        }
    }

    /** The message was never accepted: ending it changes nothing. */
    private void useStores(AppId account) {
        Sender sender = new Sender(account, NOBODY);
        InboxId id = InboxId.ofMessage(sender, "0");
        InboundMessage message = new InboundMessage.Text(
                new Origin(id, sender, "", clock.instant()), sentences().getFirst());
        Instant lease = clock.instant().plus(PATIENCE);
        InboxEntry entry = new InboxEntry(message, new InboxEntry.Pending(1, lease));
        conversations
                .find(sender)
                .then(inbox.find(id))
                .then(conversations.claim(sender, id, lease))
                .flatMap(claimed -> conversations.save(claimed, new Step.Idle(), SILENCE, Instant.EPOCH))
                .then(inbox.complete(entry, SILENCE, false))
                .repeat(ROUNDS)
                .then()
                .timeout(PATIENCE)
                .onErrorResume(error -> skipped("stores", error))
                .block();
    }

    /** Messages of a kind nobody sends: verified, decrypted, decoded, acknowledged and forgotten. */
    private void callBack(OfficialAccount account, int port) {
        PlatformCodec platform = new PlatformCodec(account, clock);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < POSTS; i++) {
                PlatformCodec.Post post = platform.seal("<xml><ToUserName>" + account.originalId()
                        + "</ToUserName><FromUserName>" + NOBODY.value() + "</FromUserName><CreateTime>"
                        + clock.instant().getEpochSecond() + "</CreateTime><MsgType>warm_up</MsgType><MsgId>" + i
                        + "</MsgId></xml>");
                URI callback = URI.create("http://127.0.0.1:" + port + "/wechat/mp/"
                        + account.appId().value() + "?" + post.query());
                client.send(
                        HttpRequest.newBuilder(callback)
                                .timeout(PATIENCE)
                                .POST(BodyPublishers.ofByteArray(post.body()))
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (IOException notListeningThere) {
            skipped("callback", notListeningThere);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Mono<T> skipped(String part, Throwable error) {
        log.info("not warmed up: {} ({})", part, error.toString());
        return Mono.empty();
    }

    private static List<String> sentences() {
        try (InputStream in = WarmUp.class.getResourceAsStream("/warmup/sentences.txt")) {
            if (in == null) {
                throw new IllegalStateException("warmup/sentences.txt is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
