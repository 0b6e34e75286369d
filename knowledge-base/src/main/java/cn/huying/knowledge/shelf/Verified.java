package cn.huying.knowledge.shelf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/** Looks whether an index is what was written. */
final class Verified {
    private static final String CONTENT = "content";

    private Verified() {}

    static Map<String, String> label(String fingerprint) {
        return Map.of(CONTENT, fingerprint);
    }

    static boolean holds(Directory directory, String fingerprint) throws IOException {
        return fingerprint.equals(
                SegmentInfos.readLatestCommit(directory).getUserData().get(CONTENT));
    }

    /** Every byte against its checksum: a few milliseconds for a few megabytes, so always done. */
    static void checksums(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    /** Every structure as well, the way Lucene's own tool does. */
    static void thoroughly(Directory directory) throws IOException {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                CheckIndex check = new CheckIndex(directory)) {
            check.setInfoStream(nowhere);
            check.setThreadCount(1);
            check.setFailFast(true);
            if (!check.checkIndex().clean) {
                throw new CorruptIndexException("found by CheckIndex", directory.toString());
            }
        }
    }
}
