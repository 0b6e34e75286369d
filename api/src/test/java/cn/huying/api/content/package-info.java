/** Checks of the package of the same name. */
@NullMarked
package cn.huying.api.content;

import org.jspecify.annotations.NullMarked;
