/** Checks of the package of the same name. */
@NullMarked
package cn.huying.api.mongo.request;

import org.jspecify.annotations.NullMarked;
