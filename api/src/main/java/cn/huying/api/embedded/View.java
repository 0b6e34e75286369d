package cn.huying.api.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** Found documents, each decoded when somebody comes to it: a long result is never in memory as a whole. */
final class View extends AbstractList<Document> implements RandomAccess {
    private final List<byte[]> found;
    private final Function<byte[], Document> decode;

    View(List<byte[]> found, Function<byte[], Document> decode) {
        this.found = found;
        this.decode = decode;
    }

    @Override
    public Document get(int index) {
        return decode.apply(found.get(index));
    }

    @Override
    public int size() {
        return found.size();
    }
}
