/** What is known, in MongoDB. It is public, so nothing of it is sealed. */
@NullMarked
package cn.huying.api.mongo.content;

import org.jspecify.annotations.NullMarked;
