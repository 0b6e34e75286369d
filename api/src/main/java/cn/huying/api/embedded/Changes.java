package cn.huying.api.embedded;

import cn.huying.api.embedded.journal.Batch;
import cn.huying.api.embedded.journal.Entry;
import cn.huying.api.embedded.journal.GroupCommit;
import org.jspecify.annotations.Nullable;

/** Where the collections tell what changed: nowhere while a recovery is replayed, to the journal afterwards. */
final class Changes {
    private @Nullable GroupCommit journal;

    /** From now on every change is recorded. */
    void recordTo(GroupCommit journal) {
        this.journal = journal;
    }

    @Nullable
    Batch record(Entry.Kind kind, byte[] namespace, byte[] bson) {
        GroupCommit target = journal;
        return target == null ? null : target.record(kind, namespace, bson);
    }
}
