/** Checks of the package of the same name. */
@NullMarked
package cn.huying.api.mongo.resident;

import org.jspecify.annotations.NullMarked;
