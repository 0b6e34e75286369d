@NullMarked
package cn.huying.bot.broadcast.sending;

import org.jspecify.annotations.NullMarked;
