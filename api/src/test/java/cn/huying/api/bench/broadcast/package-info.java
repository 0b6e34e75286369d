/** Checks of the package of the same name. */
@NullMarked
package cn.huying.api.bench.broadcast;

import org.jspecify.annotations.NullMarked;
