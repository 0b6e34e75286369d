package cn.huying.knowledge.encode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the vectors of the content are between starts. Losing them costs the time to encode again, so nothing here fails.
 *
 * @param shipped made when the program was built
 */
record VectorKeeping(Path file, Optional<Path> shipped) {
    private static final Logger log = LoggerFactory.getLogger(VectorKeeping.class);

    VectorFile read() {
        VectorFile known = shipped.map(VectorFile::read).orElseGet(VectorFile::empty);
        known.addAll(VectorFile.read(file));
        return known;
    }

    void write(VectorFile vectors) {
        try {
            vectors.write(file);
        } catch (IOException e) {
            log.warn("vectors of the content could not be kept, the next start makes them again: {}", e.toString());
        }
    }
}
