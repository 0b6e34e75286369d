@NullMarked
package cn.huying.bot.broadcast;

import org.jspecify.annotations.NullMarked;
