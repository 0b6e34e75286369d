/** Checks of the package of the same name. */
@NullMarked
package cn.huying.knowledge.fit;

import org.jspecify.annotations.NullMarked;
