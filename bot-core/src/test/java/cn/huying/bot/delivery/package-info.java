@NullMarked
package cn.huying.bot.delivery;

import org.jspecify.annotations.NullMarked;
