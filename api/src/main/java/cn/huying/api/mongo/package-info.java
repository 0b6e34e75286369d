/** The stores on MongoDB, one small mapping per aggregate, through the reactive driver directly. Works on MongoDB and on the embedded server. */
@NullMarked
package cn.huying.api.mongo;

import org.jspecify.annotations.NullMarked;
