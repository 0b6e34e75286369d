/**
 * The two servers Huying brings along, so that one command is enough: a document store whose every acknowledged write is on the
 * disk, and a real redis-server. A write is applied in memory, written to the journal, forced, and only then acknowledged; nobody
 * is told anything that a crash could take back.
 */
@NullMarked
package cn.huying.api.embedded;

import org.jspecify.annotations.NullMarked;
