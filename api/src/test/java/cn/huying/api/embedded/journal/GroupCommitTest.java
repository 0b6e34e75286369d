package cn.huying.api.embedded.journal;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both threads are stepped by hand, so that every order in which they can run is one a test can choose. */
class GroupCommitTest {
    private static final byte[] INBOX = "huying.inbox".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path path;

    private final Steps applying = new Steps();
    private final Steps writing = new Steps();
    private final List<String> events = new ArrayList<>();
    private final Recorder disk = new Recorder();
    private Folder folder;
    private GroupCommit journal;

    /** A thread that does one thing when told so. */
    private static final class Steps implements Executor {
        private final Deque<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        void run() {
            while (!tasks.isEmpty()) {
                tasks.poll().run();
            }
        }
    }

    /** Notes what is asked of the disk. */
    private final class Recorder implements Disk {
        private final Disk real = Disk.real();
        private boolean fails;

        @Override
        public Output create(Path file) throws IOException {
            events.add("create");
            Output output = real.create(file);
            return new Output() {
                @Override
                public void write(ByteBuffer bytes) throws IOException {
                    output.write(bytes);
                    events.add("write");
                }

                @Override
                public void force() throws IOException {
                    if (fails) {
                        throw new IOException("Input/output error");
                    }
                    output.force();
                    events.add("force");
                }

                @Override
                public void close() throws IOException {
                    output.close();
                    events.add("close");
                }
            };
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            real.forceFolder(folder);
            events.add("force folder");
        }
    }

    private final class Reply implements Batch.Held {
        private final String name;

        Reply(String name) {
            this.name = name;
        }

        @Override
        public void send() {
            events.add("send " + name);
        }

        @Override
        public void refuse(String reason) {
            events.add("refuse " + name);
        }
    }

    @BeforeEach
    void open() {
        folder = Folder.open(path);
        journal = new GroupCommit(applying, writing, new Segments(folder, disk), 0);
    }

    @AfterEach
    void close() {
        journal.close();
        folder.closeQuietly();
    }

    private Batch put(int id) {
        return journal.record(Entry.Kind.PUT, INBOX, Bson.encode(new Document("_id", id)));
    }

    private void putAndReply(int id) {
        put(id).hold(new Reply(String.valueOf(id)));
    }

    private void runBoth() {
        while (!applying.tasks.isEmpty() || !writing.tasks.isEmpty()) {
            applying.run();
            writing.run();
        }
    }

    private List<Object> idsOnDisk() throws IOException {
        List<Object> ids = new ArrayList<>();
        for (Path file : folder.journals()) {
            try (FrameReader reader = new FrameReader(file)) {
                while (reader.advance()) {
                    ByteBuf entries = reader.entries();
                    while (entries.isReadable()) {
                        ids.add(Entry.decode(entries).document().get("_id"));
                    }
                }
                assertThat(reader.damage()).isEmpty();
            }
        }
        return ids;
    }

    @Test
    void replyShouldBeSentAfterTheForceAndNotBefore() {
        putAndReply(1);
        applying.run();
        assertThat(events).isEmpty();

        writing.run();
        assertThat(events).containsExactly("create", "force folder", "write", "force");

        applying.run();
        assertThat(events).endsWith("force", "send 1");
    }

    @Test
    void changesOfOneRoundShouldShareAForce() throws IOException {
        for (int id = 1; id <= 32; id++) {
            putAndReply(id);
        }
        runBoth();

        assertThat(events).filteredOn("force"::equals).hasSize(1);
        assertThat(events).filteredOn(event -> event.startsWith("send")).hasSize(32);
        assertThat(journal.forces()).isOne();
        assertThat(journal.entries()).isEqualTo(32);
        assertThat(idsOnDisk()).hasSize(32);
    }

    @Test
    void changesDuringAForceShouldShareTheNextOne() throws IOException {
        putAndReply(1);
        applying.run();
        putAndReply(2);
        putAndReply(3);
        applying.run();
        assertThat(writing.tasks).hasSize(1);

        runBoth();
        assertThat(events).filteredOn("force"::equals).hasSize(2);
        assertThat(events).filteredOn(event -> event.startsWith("send")).containsExactly("send 1", "send 2", "send 3");
        assertThat(idsOnDisk()).containsExactly(1, 2, 3);
    }

    @Test
    void newestShouldBeWhatIsNotYetOnTheDisk() {
        assertThat(journal.newest()).isNull();
        Batch batch = put(1);
        assertThat(journal.newest()).isSameAs(batch);
        applying.run();
        assertThat(journal.newest()).isSameAs(batch);
        writing.run();
        assertThat(batch.isDurable()).isFalse();
        applying.run();

        assertThat(batch.isDurable()).isTrue();
        assertThat(journal.newest()).isNull();
    }

    @Test
    void failedForceShouldRefuseWhatWaitsAndWhateverComes() throws IOException {
        putAndReply(1);
        runBoth();
        disk.fails = true;
        putAndReply(2);
        applying.run();
        putAndReply(3);
        writing.run();
        applying.run();
        assertThat(events).contains("refuse 2", "refuse 3").doesNotContain("send 2", "send 3");
        assertThat(journal.failure()).isPresent();
        assertThat(journal.failed()).isCompleted();

        disk.fails = false;
        putAndReply(4);
        runBoth();
        assertThat(events).contains("refuse 4").doesNotContain("send 4");
        assertThat(events).filteredOn("force"::equals).hasSize(1);
    }

    @Test
    void rollShouldBeginANewFileBehindEverythingApplied() throws IOException {
        put(1);
        runBoth();
        put(2);
        long sequence = journal.roll();
        assertThat(journal.bytesSinceRoll()).isZero();
        put(3);
        runBoth();

        assertThat(sequence).isEqualTo(2);
        assertThat(folder.journals()).containsExactly(folder.journal(1), folder.journal(3));
        assertThat(idsOnDisk()).containsExactly(1, 2, 3);
        assertThat(journal.bytesSinceRoll()).isEqualTo(Files.size(folder.journal(3)));
    }

    @Test
    void idleShouldBeReachedWhenEverythingIsOnTheDisk() {
        putAndReply(1);
        applying.run();
        putAndReply(2);
        journal.whenIdle(() -> events.add("idle"));
        assertThat(events).doesNotContain("idle");
        runBoth();

        assertThat(events).endsWith("send 2", "idle");
    }

    @Test
    void idleShouldBeReachedOnAFailedJournal() {
        disk.fails = true;
        putAndReply(1);
        journal.whenIdle(() -> events.add("idle"));
        runBoth();

        assertThat(events).endsWith("refuse 1", "idle");
    }

    @Test
    void changeThatCannotBeEncodedShouldLeaveNoTrace() throws IOException {
        put(1);
        try {
            journal.record(Entry.Kind.PUT, INBOX, Bson.encode(new Document("_id", 2).append("stream", Stream.empty())));
        } catch (IllegalArgumentException e) {
            events.add("refused");
        }
        put(3);
        runBoth();

        assertThat(events).contains("refused");
        assertThat(idsOnDisk()).containsExactly(1, 3);
    }
}
