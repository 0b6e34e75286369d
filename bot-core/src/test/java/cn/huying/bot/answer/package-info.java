/** A closer look in time, too late, and not at all. */
@NullMarked
package cn.huying.bot.answer;

import org.jspecify.annotations.NullMarked;
