/** Checks of the package of the same name. */
@NullMarked
package cn.huying.api.mongo.broadcast;

import org.jspecify.annotations.NullMarked;
