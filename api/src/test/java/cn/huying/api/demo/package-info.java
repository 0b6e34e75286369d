/** Checks of the package of the same name. */
@NullMarked
package cn.huying.api.demo;

import org.jspecify.annotations.NullMarked;
