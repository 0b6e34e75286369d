package cn.huying.api.embedded;

import cn.huying.api.embedded.journal.Batch;
import cn.huying.api.embedded.journal.Bson;
import cn.huying.api.embedded.journal.Entry;
import cn.huying.api.embedded.journal.GroupCommit;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs commands in the order they came, on the applying thread, and says what each reply has to wait for. */
final class Commands {
    private static final Logger log = LoggerFactory.getLogger(Commands.class);
    private static final Set<String> DEFINITIONS =
            Set.of("create", "createindexes", "drop", "dropindexes", "dropdatabase", "renamecollection");
    private static final Set<String> ON_ONE_COLLECTION =
            Set.of("find", "insert", "update", "delete", "findandmodify", "count", "distinct");
    private static final Set<String> GREETINGS = Set.of("ismaster", "hello");
    private static final int NOT_SUPPORTED = 115;

    private final StoreBackend backend;
    private final GroupCommit journal;
    private @Nullable Batch definitions;
    private boolean draining;

    Commands(StoreBackend backend, GroupCommit journal) {
        this.backend = backend;
        this.journal = journal;
    }

    /**
     * A reply and the batch that must be on the disk before it leaves.
     *
     * @param after empty when everything the reply was computed from is on the disk already
     */
    record Outcome(Document reply, Optional<Batch> after) {}

    /** From now on commands are refused as a server that shuts down refuses them. */
    void drain() {
        draining = true;
    }

    Outcome run(Channel connection, String database, Document command) {
        String name = command.keySet().iterator().next();
        String lower = name.toLowerCase(Locale.ROOT);
        if (GREETINGS.contains(lower)) {
            return new Outcome(greet(connection, database, lower), Optional.empty());
        }
        if (draining) {
            return new Outcome(WireReply.error(91, "ShutdownInProgress", "the store is closing"), Optional.empty());
        }
        Optional<String> failure = journal.failure();
        if (failure.isPresent()) {
            return new Outcome(WireReply.error(8, "JournalFailed", failure.get()), Optional.empty());
        }
        Document reply = answer(connection, database, name, lower, command);
        return new Outcome(reply, Optional.ofNullable(unforced(database, lower, name, command)));
    }

    /** The drivers' own {@code isMaster} is always answered, so that they hear the reason; {@code hello} asks about health. */
    private Document greet(Channel connection, String database, String lower) {
        Optional<String> failure = journal.failure();
        if (lower.equals("hello") && failure.isPresent()) {
            return WireReply.error(8, "JournalFailed", failure.get());
        }
        Document reply = backend.handleCommand(connection, database, "ismaster", new Document());
        return lower.equals("hello") ? reply.append("isWritablePrimary", true) : reply;
    }

    private Document answer(Channel connection, String database, String name, String lower, Document command) {
        String refusal = refusal(lower, name, command);
        if (!refusal.isEmpty()) {
            return WireReply.error(NOT_SUPPORTED, "CommandNotSupported", refusal);
        }
        Document reply;
        try {
            reply = backend.handleCommand(connection, database, name, command);
        } catch (MongoServerException e) {
            reply = WireReply.error(e);
        } catch (RuntimeException e) {
            // Never the command itself: it carries what residents wrote.
            log.error("command {} failed", name, e);
            reply = WireReply.error(8, "UnknownError", e.toString());
        }
        if (DEFINITIONS.contains(lower)) {
            definitions =
                    journal.record(Entry.Kind.COMMAND, database.getBytes(StandardCharsets.UTF_8), Bson.encode(command));
        }
        if (lower.equals("insert")) {
            countInserted(command, reply);
        }
        return reply;
    }

    private static String refusal(String lower, String name, Document command) {
        if (lower.equals("aggregate")
                && command.get("pipeline") instanceof List<?> stages
                && stages.stream().anyMatch(stage -> stage instanceof Document d && d.containsKey("$out"))) {
            return "$out is not journaled by the embedded store";
        }
        if (lower.equals("dropindexes") && "_id_".equals(command.get("index"))) {
            return "the index on _id cannot be dropped";
        }
        return (ON_ONE_COLLECTION.contains(lower) || lower.equals("create"))
                        && StoreDatabase.isBookkeeping(String.valueOf(command.get(name)))
                ? "system collections are not for use"
                : "";
    }

    /** The server answers with the number of documents sent, whatever became of them. */
    private static void countInserted(Document command, Document reply) {
        if (reply.get("writeErrors") instanceof List<?> errors && command.get("documents") instanceof List<?> sent) {
            boolean ordered = !Boolean.FALSE.equals(command.get("ordered"));
            Object first = ((Document) errors.getFirst()).get("index");
            reply.put("n", ordered ? first : (Object) (sent.size() - errors.size()));
        }
    }

    /** The newest batch the reply can depend on; commands on one collection depend on that collection alone. */
    private @Nullable Batch unforced(String database, String lower, String name, Document command) {
        boolean definitionsPending = definitions != null && !definitions.isDurable();
        if (definitionsPending || !ON_ONE_COLLECTION.contains(lower)) {
            return journal.newest();
        }
        StoreCollection collection = backend.existing(database, String.valueOf(command.get(name)));
        return collection == null ? null : collection.unforced();
    }
}
