/** Broadcasts, alerts and who is to get them, as documents. */
@NullMarked
package cn.huying.api.mongo.broadcast;

import org.jspecify.annotations.NullMarked;
