/** Which documents a query can match: indexes that are asked by value, where the server would read the whole collection. */
@NullMarked
package cn.huying.api.embedded.index;

import org.jspecify.annotations.NullMarked;
