/** Named articles, found and read. */
@NullMarked
package cn.huying.bot.statute;

import org.jspecify.annotations.NullMarked;
