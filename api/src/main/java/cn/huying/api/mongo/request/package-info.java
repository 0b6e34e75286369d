/** Requests, their history and their numbers, as documents. */
@NullMarked
package cn.huying.api.mongo.request;

import org.jspecify.annotations.NullMarked;
