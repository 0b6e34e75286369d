package cn.huying.api.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import cn.huying.bot.envelope.KeyFile.KeyFileException;
import cn.huying.bot.envelope.Keyring;
import cn.huying.knowledge.load.ConfigProblem;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import org.bson.types.Binary;
import reactor.core.publisher.Mono;

/**
 * {@code installation} {_id key, v, check}: which key-encryption key this database was begun with. A wrong key is noticed at the start,
 * before anything is written that could not be read again.
 */
public final class KeyCheck {
    private KeyCheck() {}

    /** Errors with {@link KeyFileException} when the database was begun with another key. */
    public static Mono<Void> holdAgainst(MongoDatabase database, Keyring keyring, Path file) {
        return Mono.from(database.getCollection("installation")
                        .findOneAndUpdate(
                                eq("_id", "key"),
                                combine(setOnInsert("v", 1), setOnInsert("check", new Binary(keyring.checkValue()))),
                                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
                .retryWhen(Mongo.oneMoreOnDuplicate())
                .filter(begun ->
                        keyring.matches(begun.get("check", Binary.class).getData()))
                .switchIfEmpty(Mono.error(() -> new KeyFileException(new ConfigProblem(
                        "HUYING_KEY_FILE=" + file, 0, "这不是本数据库加密用的密钥", "请换回原来的密钥文件；如果这是一套新安装，请换一个空的数据目录或数据库。"))))
                .then();
    }
}
