package cn.huying.api.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.envelope.KeyFile;
import cn.huying.bot.envelope.Keyring;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class KeyCheckTest {
    @RegisterExtension
    static final ContractMongo MONGO = ContractMongo.open(KeyCheckTest.class).emptying("installation");

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Path FILE = Path.of("conf/huying.key");

    private static Keyring key(int number) {
        byte[] key = new byte[32];
        key[31] = (byte) number;
        return new Keyring(key);
    }

    private static void start(Keyring keyring) {
        KeyCheck.holdAgainst(MONGO.database(), keyring, FILE).block(WAIT);
    }

    private static List<Document> kept() {
        return Flux.from(MONGO.database().getCollection("installation").find())
                .collectList()
                .blockOptional(WAIT)
                .orElseThrow();
    }

    @Test
    void firstStartShouldWriteWhichKeyTheDatabaseWasBegunWith() {
        start(key(1));

        assertThat(kept()).singleElement().satisfies(document -> {
            assertThat(document.getString("_id")).isEqualTo("key");
            assertThat(document.getInteger("v")).isEqualTo(1);
        });
    }

    @Test
    void rightKeyShouldBeAcceptedAgainAndAgain() {
        start(key(1));
        List<Document> begun = kept();

        assertThatCode(() -> start(key(1))).doesNotThrowAnyException();

        assertThat(kept()).isEqualTo(begun);
    }

    @Test
    void wrongKeyShouldBeRefusedWithTheMendAndChangeNothing() {
        start(key(1));
        List<Document> begun = kept();

        assertThatThrownBy(() -> start(key(2)))
                .isInstanceOf(KeyFile.KeyFileException.class)
                .hasMessageContaining("HUYING_KEY_FILE=conf/huying.key")
                .hasMessageContaining("请换回原来的密钥文件");

        assertThat(kept()).isEqualTo(begun);
        assertThatCode(() -> start(key(1))).doesNotThrowAnyException();
    }

    @Test
    void whatIsKeptShouldNotBeTheKey(@TempDir Path folder) {
        Path file = folder.resolve("huying.key");
        KeyFile.createIfMissing(file);
        start(KeyFile.read(file));

        byte[] check = kept().getFirst().get("check", Binary.class).getData();

        assertThat(file).content().doesNotContain(HexFormat.of().formatHex(check));
    }

    @Test
    void replicasThatStartTogetherWithOneKeyShouldAllBeAccepted() {
        assertThatCode(() -> Flux.range(0, 16)
                        .flatMap(i -> KeyCheck.holdAgainst(MONGO.database(), key(1), FILE), 16)
                        .blockLast(WAIT))
                .doesNotThrowAnyException();
    }

    @Test
    void ofTwoKeysThatStartTogetherOneShouldBeRefused() {
        long refused = Flux.range(0, 16)
                .flatMap(
                        i -> KeyCheck.holdAgainst(MONGO.database(), key(i % 2), FILE)
                                .thenReturn(0L)
                                .onErrorResume(KeyFile.KeyFileException.class, e -> Mono.just(1L)),
                        16)
                .reduce(0L, Long::sum)
                .blockOptional(WAIT)
                .orElseThrow();

        assertThat(refused).isEqualTo(8);
    }
}
