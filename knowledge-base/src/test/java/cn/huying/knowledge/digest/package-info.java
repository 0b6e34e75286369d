/** Ids that must never change. */
@NullMarked
package cn.huying.knowledge.digest;

import org.jspecify.annotations.NullMarked;
