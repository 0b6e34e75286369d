package cn.huying.api.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisScriptingReactiveCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A Lua script called by its hash, and sent whole when the server does not know it (any more). */
final class Script {
    private final String source;
    private final String hash;

    private Script(String source, String hash) {
        this.source = source;
        this.hash = hash;
    }

    /** @param file beside this class */
    static Script of(String file) {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("script " + file + " is not in the jar");
            }
            byte[] source = in.readAllBytes();
            String hash =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(source));
            return new Script(new String(source, StandardCharsets.UTF_8), hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is not available", e);
        }
    }

    /** Calls a script that returns one integer. */
    Mono<Long> call(RedisScriptingReactiveCommands<String, String> redis, List<String> keys, List<String> args) {
        String[] allKeys = keys.toArray(String[]::new);
        String[] allArgs = args.toArray(String[]::new);
        Flux<Long> known = redis.evalsha(hash, ScriptOutputType.INTEGER, allKeys, allArgs);
        return known.onErrorResume(
                        RedisNoScriptException.class,
                        unknown -> redis.eval(source, ScriptOutputType.INTEGER, allKeys, allArgs))
                .next();
    }
}
