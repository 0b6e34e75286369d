@NullMarked
package cn.huying.bot.text;

import org.jspecify.annotations.NullMarked;
