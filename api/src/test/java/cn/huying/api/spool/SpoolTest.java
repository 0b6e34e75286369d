package cn.huying.api.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.envelope.Field;
import cn.huying.bot.envelope.Keyring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Flux;

class SpoolTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Keyring KEYS = new Keyring(new byte[32]);

    @TempDir
    Path folder;

    @Test
    void keptMessagesShouldComeBackInOrderAndOnlyUntilTheyAreDone() throws IOException {
        try (Spool spool = open(folder)) {
            assertThat(spool.isEmpty()).isTrue();
            keep(spool, "一", "二", "三");
            assertThat(spool.isEmpty()).isFalse();

            assertThat(words(spool)).containsExactly("一", "二", "三");
            assertThat(words(spool)).as("nothing said it was done").containsExactly("一", "二", "三");
            finish(spool);
            assertThat(words(spool)).isEmpty();
            assertThat(spool.isEmpty()).isTrue();
        }
    }

    @Test
    void spoolShouldSayWhetherItCouldKeepAMessage() throws IOException {
        try (Spool spool = open(folder.resolve("spool"))) {
            assertThat(spool.works().block(PATIENCE)).isTrue();
            assertThat(words(spool)).as("asking leaves nothing").isEmpty();
            FileSystemUtils.deleteRecursively(folder.resolve("spool"));
            assertThat(spool.works().block(PATIENCE)).as("its disk is gone").isFalse();
        }
        try (Spool full = Spool.open(folder.resolve("full"), KEYS, new Spool.Limits(0, 1))) {
            assertThat(full.works().block(PATIENCE)).isFalse();
        }
    }

    @Test
    void messagesOfAKilledProcessShouldBeFoundByTheNext() throws IOException {
        try (Spool spool = open(folder)) {
            keep(spool, "一", "二");
            copy(folder, folder.resolve("killed"));
        }
        try (Spool spool = open(folder.resolve("killed"))) {
            keep(spool, "三");
            assertThat(words(spool)).containsExactly("一", "二", "三");
        }
    }

    @Test
    void lastRecordCutAtAnyByteShouldCostNothingButItself() throws IOException {
        Path file;
        long before;
        try (Spool spool = open(folder)) {
            keep(spool, "一", "二");
            file = onlyFile(folder);
            before = Files.size(file);
            keep(spool, "三");
        }
        byte[] all = Files.readAllBytes(file);
        for (int size = (int) before; size < all.length; size++) {
            Path cut = Files.createDirectories(folder.resolve("cut" + size).resolve("0"));
            Files.write(cut.resolve(file.getFileName()), Arrays.copyOf(all, size));
            try (Spool spool = open(Objects.requireNonNull(cut.getParent()))) {
                assertThat(words(spool)).as("cut to %s bytes", size).containsExactly("一", "二");
                keep(spool, "四");
                assertThat(words(spool)).containsExactly("一", "二", "四");
                finish(spool);
                assertThat(cut)
                        .as("nothing to look at: it was never acknowledged")
                        .isDirectoryNotContaining("glob:**.damaged");
            }
        }
    }

    @Test
    void fileCutInsideItsKeyShouldHoldNothing() throws IOException {
        Path file;
        try (Spool spool = open(folder)) {
            keep(spool, "一");
            file = onlyFile(folder);
        }
        byte[] key = SpoolRecord.of(KEYS.newWrappedKey(new Field("spool", "x", "key")))
                .array();
        for (int size = 0; size < key.length; size++) {
            Path cut = Files.createDirectories(folder.resolve("key" + size).resolve("0"));
            Files.write(cut.resolve(file.getFileName()), Arrays.copyOf(Files.readAllBytes(file), size));
            try (Spool spool = open(Objects.requireNonNull(cut.getParent()))) {
                assertThat(words(spool)).isEmpty();
                finish(spool);
            }
        }
    }

    @Test
    void damageInTheMiddleShouldCostOneMessageAndTheFileShouldBeKept() throws IOException {
        Path file;
        try (Spool spool = open(folder)) {
            keep(spool, "一");
            file = onlyFile(folder);
            long second = Files.size(file);
            keep(spool, "二", "三");
            byte[] bytes = Files.readAllBytes(file);
            bytes[(int) second + SpoolRecord.HEADER + 3] ^= 1;
            Files.write(file, bytes);

            assertThat(words(spool)).containsExactly("一", "三");
            finish(spool);
            assertThat(spool.isEmpty()).isTrue();
        }
        assertThat(file.resolveSibling(file.getFileName() + ".damaged")).exists();
    }

    @Test
    void nothingShouldStandOnTheDiskInTheClearNorOpenWithAnotherKey() throws IOException {
        String words = "我家住在幸福里3栋";
        try (Spool spool = open(folder)) {
            keep(spool, words);
        }
        assertThat(Files.readString(onlyFile(folder), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        byte[] other = new byte[32];
        other[0] = 1;
        try (Spool spool = Spool.open(folder, new Keyring(other), Spool.Limits.standard())) {
            assertThat(words(spool)).isEmpty();
            finish(spool);
        }
        assertThat(folder.resolve("0")).as("kept for the right key").isDirectoryContaining("glob:**.damaged");
    }

    @Test
    void fullSpoolShouldRefuseAndTakeAgainOnceItIsEmptied() throws IOException {
        try (Spool spool = Spool.open(folder, KEYS, new Spool.Limits(400, 100))) {
            assertThatThrownBy(() -> IntStream.range(0, 100).forEach(i -> keep(spool, "消息" + i)))
                    .isInstanceOf(SpoolFullException.class);
            List<String> kept = words(spool);
            assertThat(kept).isNotEmpty();
            assertThat(files(folder)).as("a file has a size of its own").hasSizeGreaterThan(1);
            finish(spool);
            keep(spool, "又有地方了");
            assertThat(words(spool)).containsExactly("又有地方了");
        }
    }

    @Test
    void diskThatFailsShouldBeAnErrorAndMendedByItself() throws IOException {
        try (Spool spool = open(folder)) {
            Path mine = folder.resolve("0");
            Path moved = folder.resolve("away");
            Files.move(mine, moved);
            assertThatThrownBy(() -> keep(spool, "一")).hasCauseInstanceOf(IOException.class);
            Files.move(moved, mine);
            keep(spool, "二");
            assertThat(words(spool)).containsExactly("二");
        }
    }

    @Test
    void replicasOfOneDataFolderShouldNotShareFiles() throws IOException {
        try (Spool one = open(folder);
                Spool other = open(folder)) {
            keep(one, "一");
            keep(other, "二");
            assertThat(words(one)).containsExactly("一");
            assertThat(words(other)).containsExactly("二");
        }
    }

    @Test
    void manyAtOnceShouldAllBeKept() throws IOException {
        try (Spool spool = open(folder)) {
            List<String> all =
                    IntStream.range(0, 2_000).mapToObj(Integer::toString).toList();
            Flux.fromIterable(all)
                    .flatMap(words -> spool.keep(words.getBytes(StandardCharsets.UTF_8)), 500)
                    .blockLast(PATIENCE);
            assertThat(words(spool)).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    private static Spool open(Path folder) throws IOException {
        return Spool.open(folder, KEYS, Spool.Limits.standard());
    }

    private static void keep(Spool spool, String... messages) {
        for (String message : messages) {
            spool.keep(message.getBytes(StandardCharsets.UTF_8)).block(PATIENCE);
        }
    }

    private static List<String> words(Spool spool) {
        return Objects.requireNonNull(spool.batches()
                .flatMapIterable(Spool.Batch::messages)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collectList()
                .block(PATIENCE));
    }

    private static void finish(Spool spool) {
        spool.batches().concatMap(spool::done).blockLast(PATIENCE);
    }

    private static Path onlyFile(Path folder) throws IOException {
        List<Path> files = files(folder);
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("0"))) {
            return files.filter(file -> file.toString().endsWith(".spool")).toList();
        }
    }

    /** What a kill leaves: the files as they are, and no lock. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("0"));
        for (Path file : files(from)) {
            Files.copy(file, to.resolve("0").resolve(file.getFileName()));
        }
    }
}
