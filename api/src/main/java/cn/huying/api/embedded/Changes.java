package cn.huying.api.embedded;

import cn.huying.api.embedded.journal.Batch;
import cn.huying.api.embedded.journal.Entry;
import cn.huying.api.embedded.journal.GroupCommit;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Where the collections tell what changed: nowhere while a recovery is replayed, to the journal afterwards. */
final class Changes {
    private @Nullable GroupCommit journal;
    private @Nullable Snapshot snapshot;

    /** From now on every change is recorded. */
    void recordTo(GroupCommit journal) {
        this.journal = journal;
    }

    @Nullable
    Batch record(Entry.Kind kind, byte[] namespace, Document document) {
        GroupCommit target = journal;
        return target == null ? null : target.record(kind, namespace, document);
    }

    /** While this snapshot is taken it is told how documents looked before they were changed. */
    void preserveFor(@Nullable Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    void beforeUpdate(Document live, Document asItWas) {
        Snapshot target = snapshot;
        if (target != null) {
            target.preserve(live, asItWas);
        }
    }
}
