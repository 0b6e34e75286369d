/**
 * What the community knows, edition by edition: content only changes by a whole {@link cn.huying.bot.content.Edition} put behind the last one,
 * and whoever reads the editions in their order knows the same.
 */
@NullMarked
package cn.huying.bot.content;

import org.jspecify.annotations.NullMarked;
