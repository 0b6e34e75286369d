/** What becomes of an index on a disk that is full, that lies, or that is switched off in the middle. */
@NullMarked
package cn.huying.knowledge.shelf;

import org.jspecify.annotations.NullMarked;
