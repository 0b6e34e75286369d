/**
 * An append-only journal on a disk that may fail: entries gather into a record, a record is forced as a whole, and only then are the
 * replies let go that were computed from it. It knows nothing of commands, connections or collections.
 */
@NullMarked
package cn.huying.api.embedded.journal;

import org.jspecify.annotations.NullMarked;
