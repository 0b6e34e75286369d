/**
 * What replicas share for a moment: allowances and hints. Nothing here is the only place where something is known.
 */
@NullMarked
package cn.huying.api.redis;

import org.jspecify.annotations.NullMarked;
