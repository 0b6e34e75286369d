@NullMarked
package cn.huying.bot.handling.lifecycle;

import org.jspecify.annotations.NullMarked;
