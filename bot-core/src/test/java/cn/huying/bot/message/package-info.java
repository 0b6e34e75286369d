@NullMarked
package cn.huying.bot.message;

import org.jspecify.annotations.NullMarked;
