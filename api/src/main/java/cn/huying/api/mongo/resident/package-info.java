/** Residents and where they live, as documents with their words sealed. */
@NullMarked
package cn.huying.api.mongo.resident;

import org.jspecify.annotations.NullMarked;
