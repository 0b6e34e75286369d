@NullMarked
package cn.huying.bot.handling;

import org.jspecify.annotations.NullMarked;
