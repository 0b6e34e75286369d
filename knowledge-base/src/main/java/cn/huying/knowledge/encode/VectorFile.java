package cn.huying.knowledge.encode;

import cn.huying.knowledge.digest.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Vectors kept between starts, by the fingerprint of their text: content that did not change is not encoded again. Only a convenience: a file
 * that cannot be read is as good as none.
 */
public final class VectorFile {
    private static final int MAGIC = 0x48595633;
    /** More than any content or book of laws has; a larger count is a damaged one. */
    private static final int MOST = 5_000_000;

    private final Map<Fingerprint, byte[]> vectors = new HashMap<>();

    /** Half of a SHA-256 of the text; enough for texts nobody chose to collide. */
    private record Fingerprint(long high, long low) {
        static Fingerprint of(String text) {
            ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(text));
            return new Fingerprint(bytes.getLong(), bytes.getLong());
        }
    }

    public static VectorFile empty() {
        return new VectorFile();
    }

    /** Of these texts and no others: what the content no longer has is not kept. */
    static VectorFile of(List<String> texts, List<byte[]> vectors) {
        VectorFile file = new VectorFile();
        for (int i = 0; i < vectors.size(); i++) {
            file.put(texts.get(i), vectors.get(i));
        }
        return file;
    }

    /** What is there; empty where nothing is, or nothing usable. */
    public static VectorFile read(Path path) {
        VectorFile file = new VectorFile();
        if (Files.isReadable(path)) {
            CRC32 sum = new CRC32();
            try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
                    DataInputStream in = new DataInputStream(new CheckedInputStream(bytes, sum))) {
                file.readAll(in, sum);
            } catch (IOException e) {
                file.vectors.clear();
            }
        }
        return file;
    }

    private void readAll(DataInputStream in, CRC32 sum) throws IOException {
        if (in.readInt() != MAGIC || in.readInt() != Encoder.DIMENSIONS) {
            throw new EOFException("another kind of file");
        }
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new EOFException("a damaged file");
        }
        for (int i = 0; i < count; i++) {
            Fingerprint of = new Fingerprint(in.readLong(), in.readLong());
            byte[] vector = new byte[Encoder.DIMENSIONS];
            in.readFully(vector);
            vectors.put(of, vector);
        }
        long found = sum.getValue();
        if (in.readLong() != found) {
            throw new EOFException("a damaged file");
        }
    }

    public Optional<byte[]> find(String text) {
        return Optional.ofNullable(vectors.get(Fingerprint.of(text)));
    }

    public void put(String text, byte[] vector) {
        vectors.put(Fingerprint.of(text), vector);
    }

    boolean lacksAtMost(int most, List<String> texts) {
        return texts.stream()
                        .distinct()
                        .filter(text -> find(text).isEmpty())
                        .limit(most + 1L)
                        .count()
                <= most;
    }

    void addAll(VectorFile other) {
        vectors.putAll(other.vectors);
    }

    public int size() {
        return vectors.size();
    }

    /** Beside it first and then in its place, so that there is never half a file. */
    public void write(Path path) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        Files.createDirectories(path.toAbsolutePath().getParent());
        CRC32 sum = new CRC32();
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(beside));
                DataOutputStream out = new DataOutputStream(new CheckedOutputStream(stream, sum))) {
            out.writeInt(MAGIC);
            out.writeInt(Encoder.DIMENSIONS);
            out.writeInt(vectors.size());
            for (Map.Entry<Fingerprint, byte[]> vector : vectors.entrySet()) {
                out.writeLong(vector.getKey().high());
                out.writeLong(vector.getKey().low());
                out.write(vector.getValue());
            }
            out.writeLong(sum.getValue());
        }
        Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
