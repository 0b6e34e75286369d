@NullMarked
package cn.huying.bot.content;

import org.jspecify.annotations.NullMarked;
