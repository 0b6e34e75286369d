@NullMarked
package cn.huying.bot.broadcast.alert;

import org.jspecify.annotations.NullMarked;
