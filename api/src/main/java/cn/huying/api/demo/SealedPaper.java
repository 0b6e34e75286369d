package cn.huying.api.demo;

import cn.huying.api.simulator.feed.Paper;
import cn.huying.bot.envelope.DataKey;
import cn.huying.bot.envelope.Field;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.envelope.UnreadableFieldException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file whose first line is a key of its own, wrapped, and every other one a note sealed with it: what people typed into the phones is not
 * to lie about in the clear, not even in the demo. Notes outlive the process, not a failing machine: nothing is forced to the disk.
 */
final class SealedPaper implements Paper, AutoCloseable {
    private static final Field KEY = new Field("platform", "notes", "key");
    private static final Field LINE = new Field("platform", "notes", "line");
    private static final Logger LOG = LoggerFactory.getLogger(SealedPaper.class);

    private final Path file;
    private final Keyring keyring;
    private @Nullable FileChannel channel;
    private @Nullable DataKey key;

    SealedPaper(Path file, Keyring keyring) {
        this.file = file;
        this.keyring = keyring;
    }

    /** A last line that was cut off in the middle is left out; after a power failure there may be no line at all. */
    @Override
    public void read(Consumer<String> line) {
        if (!Files.exists(file)) {
            return;
        }
        int read = 0;
        try (BufferedReader sealed = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            String key = sealed.readLine();
            if (key == null) {
                return;
            }
            DataKey theirs = keyring.unwrap(KEY, Base64.getDecoder().decode(key));
            for (String next = sealed.readLine(); next != null; next = sealed.readLine()) {
                line.accept(theirs.open(LINE, Base64.getDecoder().decode(next)));
                read++;
            }
        } catch (IOException | IllegalArgumentException | UnreadableFieldException e) {
            LOG.warn("the platform's notes are read up to line {} only: {}", read + 1, e.toString());
        }
    }

    @Override
    public synchronized void begin(List<String> lines) {
        try {
            close();
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] wrapped = keyring.newWrappedKey(KEY);
            DataKey own = keyring.unwrap(KEY, wrapped);
            StringBuilder all = new StringBuilder(encoded(wrapped));
            lines.forEach(line -> all.append(encoded(own.seal(LINE, line))));
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, all, StandardCharsets.US_ASCII);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            key = own;
        } catch (IOException e) {
            LOG.warn("the platform will know nothing of this run later: {}", e.toString());
        }
    }

    @Override
    public synchronized void add(String line) {
        FileChannel open = channel;
        DataKey own = key;
        if (open == null || own == null) {
            return;
        }
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(encoded(own.seal(LINE, line)));
        try {
            while (bytes.hasRemaining()) {
                open.write(bytes);
            }
        } catch (IOException e) {
            LOG.warn("the platform's notes end here: {}", e.toString());
            channel = null;
        }
    }

    private static String encoded(byte[] sealed) {
        return Base64.getEncoder().encodeToString(sealed) + '\n';
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
