/**
 * Whether what was acknowledged survives {@code kill -9}: a ledger of what the platform was answered is held against what the store holds
 * at the end.
 */
@NullMarked
package cn.huying.api.bench.kill;

import org.jspecify.annotations.NullMarked;
