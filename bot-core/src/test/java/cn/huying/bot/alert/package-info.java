@NullMarked
package cn.huying.bot.alert;

import org.jspecify.annotations.NullMarked;
