package cn.huying.knowledge.shelf;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.store.Directory;

/**
 * Something that can be written as a Lucene index and read again.
 *
 * @param <T> what is read
 */
public interface Volume<T> {
    /** The same for the same content, see {@link Fingerprint}. */
    String fingerprint();

    /** @param label goes into the user data of the commit as it is */
    void write(Directory directory, Map<String, String> label) throws IOException;

    /** Everything of it: the directory is closed afterwards. */
    T read(Directory directory) throws IOException;
}
