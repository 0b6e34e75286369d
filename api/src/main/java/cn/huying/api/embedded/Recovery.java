package cn.huying.api.embedded;

import cn.huying.api.embedded.journal.Entry;
import cn.huying.api.embedded.journal.Folder;
import cn.huying.api.embedded.journal.FrameReader;
import cn.huying.knowledge.load.ConfigException;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back what was acknowledged: the newest snapshot, then the journal behind it. A last record that a crash cut short is
 * removed with a warning; anything else that is not as it was written is refused, because leaving it out would lose it quietly.
 */
final class Recovery {
    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private final Folder folder;
    private final StoreBackend backend;
    private long sequence;
    private long snapshotBytes;
    private long journalBytes;
    private boolean complete;

    Recovery(Folder folder, StoreBackend backend) {
        this.folder = folder;
        this.backend = backend;
    }

    /**
     * What was found.
     *
     * @param sequence the last record's
     * @param snapshotBytes size of the snapshot, 0 without one
     * @param journalBytes size of the journal behind it
     */
    record Recovered(long sequence, long snapshotBytes, long journalBytes) {}

    Recovered run() throws IOException {
        folder.deleteUnfinished();
        Optional<Path> snapshot = folder.newestSnapshot();
        if (snapshot.isPresent()) {
            loadSnapshot(snapshot.get());
            folder.deleteBefore(sequence);
        }
        List<Path> journals = folder.journals();
        for (int i = 0; i < journals.size(); i++) {
            replay(journals.get(i), lastWithRecords(journals, i));
        }
        return new Recovered(sequence, snapshotBytes, journalBytes);
    }

    /** Whether no later segment holds anything: only then can a damaged end be a write that was cut short. */
    private static boolean lastWithRecords(List<Path> journals, int at) throws IOException {
        for (Path later : journals.subList(at + 1, journals.size())) {
            if (Files.size(later) > 0) {
                return false;
            }
        }
        return true;
    }

    private void loadSnapshot(Path file) throws IOException {
        sequence = Folder.sequenceOf(file);
        try (FrameReader reader = new FrameReader(file)) {
            while (reader.advance()) {
                apply(file, reader);
            }
            if (!reader.damage().isEmpty() || !complete) {
                String reason = reader.damage().isEmpty() ? "文件不完整" : reader.damage();
                throw damaged(file, reader.offset(), reason);
            }
            snapshotBytes = reader.size();
        }
    }

    private void replay(Path file, boolean last) throws IOException {
        try (FrameReader reader = new FrameReader(file)) {
            long expected = sequence + 1;
            while (reader.advance()) {
                if (reader.sequence() != expected) {
                    throw gap(file, expected, reader.sequence());
                }
                apply(file, reader);
                sequence = expected++;
            }
            if (!reader.damage().isEmpty()) {
                cutOff(file, reader, last);
            }
            journalBytes += reader.offset();
        }
    }

    private void cutOff(Path file, FrameReader reader, boolean last) throws IOException {
        if (!last || reader.intactFrameBehind()) {
            throw damaged(file, reader.offset(), reader.damage() + "，而其后还有完好的记录");
        }
        Path torn = folder.torn(file, reader.offset());
        Files.copy(file, torn, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(reader.offset());
            channel.force(true);
        }
        log.warn(
                "the last record of {} at offset {} was cut short by a crash and never acknowledged: removed, kept in {}",
                file.getFileName(),
                reader.offset(),
                torn.getFileName());
    }

    private void apply(Path file, FrameReader reader) {
        long at = reader.offset();
        ByteBuf entries = reader.entries();
        try {
            while (entries.isReadable()) {
                apply(Entry.decode(entries));
            }
        } catch (RuntimeException e) {
            throw damaged(file, at, "记录无法重放（" + e + "）");
        }
    }

    private void apply(Entry entry) {
        switch (entry.kind()) {
            case PUT -> collection(entry.namespace()).replayPut(entry.bson());
            case REMOVE -> collection(entry.namespace()).replayRemove(entry.document());
            case COMMAND -> command(entry.namespace(), entry.document());
            case END ->
                complete = Long.valueOf(backend.count()).equals(entry.document().get("documents"));
        }
    }

    private StoreCollection collection(String namespace) {
        return backend.collection(namespace);
    }

    private void command(String database, Document command) {
        backend.replay(database, command)
                .ifPresent(reason -> log.debug("a recorded command was refused again: {}", reason));
    }

    private static ConfigException damaged(Path file, long offset, String reason) {
        return Folder.refused(file, "第 " + offset + " 字节处数据损坏：" + reason, "这里有已确认的数据，程序不会跳过它。请先备份整个目录，再从最近的备份恢复这个文件");
    }

    private static ConfigException gap(Path file, long expected, long found) {
        return Folder.refused(file, "缺少第 " + expected + " 号记录（读到第 " + found + " 号）", "有日志文件丢失。请从备份中补回缺少的 journal 文件");
    }
}
