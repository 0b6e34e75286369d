package cn.huying.knowledge.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
    private static final long SEED = 20_261_122;

    @TempDir
    Path folder;

    private final Words laws = new Words("law", "article", "paragraph");
    private final Words others = new Words("alley", "lane");

    @Test
    void theSameContentShouldNotBeWrittenAgain() {
        open(new Shelf(folder), laws).close();
        open(new Shelf(folder), laws).close();

        assertThat(laws.written).isEqualTo(1);
    }

    @Test
    void otherContentShouldTakeThePlaceOfTheEarlier() throws IOException {
        Shelf shelf = open(new Shelf(folder), laws);
        open(shelf, others);

        assertThat(indexes()).hasSize(1);
        assertThat(others.written).isEqualTo(1);
    }

    @Test
    void anUncleanStopShouldNotMakeGoodContentSuspect() {
        open(new Shelf(folder), laws);
        open(new Shelf(folder), laws);

        assertThat(laws.written).isEqualTo(1);
    }

    @Test
    void stopShouldNotWaitForABuildAndBeInOrderAllTheSame() {
        Shelf shelf = open(new Shelf(folder), laws);
        Words slow = new Words("slow") {
            @Override
            public void write(Directory directory, Map<String, String> label) throws IOException {
                Thread stop = Thread.ofVirtual().start(shelf::close);
                try {
                    assertThat(stop.join(Duration.ofSeconds(20))).isTrue();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                super.write(directory, label);
            }
        };
        open(shelf, slow);

        assertThat(folder.resolve("clean")).exists();
        open(new Shelf(folder), slow);
        assertThat(slow.written).isEqualTo(1);
    }

    @Test
    void aBuildThatWasKilledShouldLeaveNothingBehind() throws IOException {
        open(new Shelf(folder), laws);
        Path half = Files.createDirectory(folder.resolve("index-7"));
        Files.writeString(half.resolve("_0.cfs"), "half a segment");

        open(new Shelf(folder), laws);

        assertThat(indexes()).containsExactly("index-1");
        assertThat(laws.written).isEqualTo(1);
    }

    @Test
    void everyFlippedByteShouldBeFoundOrHarmless() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 40; round++) {
            Shelf shelf = open(new Shelf(folder), laws);
            if (random.nextBoolean()) {
                shelf.close();
            }
            Path file = aFile(random);
            byte[] bytes = Files.readAllBytes(file);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, bytes);

            open(new Shelf(folder), laws);
        }
        assertThat(laws.written).as("seed %d", SEED).isGreaterThan(20);
    }

    @Test
    void everyTruncatedFileShouldBeFoundOrHarmless() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            open(new Shelf(folder), laws).close();
            Path file = aFile(random);
            byte[] bytes = Files.readAllBytes(file);
            byte[] shorter = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            Files.write(file, shorter);

            open(new Shelf(folder), laws);
        }
        assertThat(laws.written).isGreaterThan(8);
    }

    @Test
    void whatIsDamagedShouldBePutAsideAndTold() throws IOException {
        open(new Shelf(folder), laws).close();
        Files.delete(firstOf(folder.resolve("index-1"), "segments_"));
        Shelf shelf = open(new Shelf(folder), laws);

        assertThat(shelf.state()).isEqualTo(new Shelf.State("", 1));
        assertThat(folder.resolve("quarantine/index-1")).isDirectory();
        assertThat(indexes()).hasSize(1);
    }

    @Test
    void quarantineShouldNotFillTheDisk() throws IOException {
        for (int i = 0; i < 5; i++) {
            open(new Shelf(folder), laws).close();
            Files.delete(firstOf(folder.resolve(indexes().getFirst()), "segments_"));
        }
        open(new Shelf(folder), laws);

        assertThat(children(folder.resolve("quarantine"))).hasSize(2);
    }

    @Test
    void aFullDiskShouldLeaveTheLastGoodOneReadableAndBeTold() throws IOException {
        open(new Shelf(folder), laws).close();
        Disk disk = new Disk();
        disk.bytes = 300;
        Shelf shelf = open(new Shelf(folder, disk::open), others);

        assertThat(shelf.state().kept()).isFalse();
        assertThat(indexes()).containsExactly("index-1");
        shelf.close();
        open(new Shelf(folder), laws);
        assertThat(laws.written).isEqualTo(1);
    }

    @Test
    void mendShouldKeepWhatTheDiskRefusedOnceThereIsRoom() {
        Disk disk = new Disk();
        disk.bytes = 300;
        Shelf shelf = open(new Shelf(folder, disk::open), laws);
        assertThat(shelf.mend()).isFalse();
        disk.bytes = 0;

        assertThat(shelf.mend()).isTrue();
        assertThat(shelf.state().kept()).isTrue();
        assertThat(shelf.mend()).isFalse();
        int before = laws.written;
        open(new Shelf(folder), laws);
        assertThat(laws.written).isEqualTo(before);
    }

    @Test
    void aDiskThatCannotBeReadForAMomentShouldNotCondemnAGoodIndex() {
        open(new Shelf(folder), laws).close();
        AtomicBoolean exhausted = new AtomicBoolean(true);
        Shelf shelf = open(
                new Shelf(folder, path -> {
                    if (exhausted.get()) {
                        throw new FileSystemException(path.toString(), null, "Too many open files");
                    }
                    return FSDirectory.open(path);
                }),
                laws);
        assertThat(shelf.state()).isEqualTo(new Shelf.State("FileSystemException", 0));
        int before = laws.written;
        exhausted.set(false);

        assertThat(shelf.mend()).isTrue();
        assertThat(shelf.state()).isEqualTo(new Shelf.State("", 0));
        assertThat(laws.written).as("found again, not built again").isEqualTo(before);
    }

    @Test
    void aDiskThatFailsNowAndThenShouldNeverServeAnythingWrong() {
        for (int round = 0; round < 20; round++) {
            Disk disk = new Disk();
            disk.random = new Random(SEED + round);
            disk.failures = 0.05;
            Shelf shelf = new Shelf(folder, disk::open);
            open(shelf, round % 2 == 0 ? laws : others).close();
        }
    }

    @Test
    void aPowerCutShouldLeaveTheOldOneOrTheNewOne() throws IOException {
        for (int round = 0; round < 16; round++) {
            Disk disk = new Disk();
            disk.random = new Random(SEED + round);
            disk.crash = true;
            open(new Shelf(folder, disk::open), round % 2 == 0 ? laws : others);

            open(new Shelf(folder), laws);
            assertThat(indexes()).hasSize(1);
        }
    }

    @Test
    void aFolderThatCannotBeMadeShouldNotKeepAnythingFromBeingServed() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "in the way");

        assertThat(open(new Shelf(file), laws).state().kept()).isFalse();
    }

    /** What comes back is always the content asked for. */
    private static Shelf open(Shelf shelf, Words words) {
        assertThat(shelf.open(words)).isEqualTo(words.expected());
        return shelf;
    }

    private Path aFile(Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("quarantine"))
                    .filter(file -> file.toFile().length() > 0)
                    .sorted()
                    .toList();
        }
        return files.get(random.nextInt(files.size()));
    }

    private static Path firstOf(Path index, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(index)) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> indexes() throws IOException {
        return children(folder).stream()
                .filter(name -> name.startsWith("index-"))
                .toList();
    }

    private static List<String> children(Path of) throws IOException {
        try (Stream<Path> all = Files.list(of)) {
            return all.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }

    /** Lucene's own saboteur between an index and its folder. */
    private static final class Disk {
        private Random random = new Random(SEED);
        private long bytes;
        private double failures;
        private boolean crash;

        MockDirectoryWrapper open(Path path) throws IOException {
            MockDirectoryWrapper wrapped = new MockDirectoryWrapper(random, FSDirectory.open(path)) {
                @Override
                public synchronized void close() throws IOException {
                    if (crash) {
                        crash();
                    }
                    super.close();
                }
            };
            wrapped.setCheckIndexOnClose(false);
            wrapped.setAssertNoUnrefencedFilesOnClose(false);
            wrapped.setFailOnOpenInput(false);
            wrapped.setMaxSizeInBytes(bytes);
            wrapped.setRandomIOExceptionRate(failures);
            wrapped.setRandomIOExceptionRateOnOpen(failures);
            return wrapped;
        }
    }
}
