@NullMarked
package cn.huying.bot.broadcast.audience;

import org.jspecify.annotations.NullMarked;
