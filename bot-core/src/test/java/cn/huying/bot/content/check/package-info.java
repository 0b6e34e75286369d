@NullMarked
package cn.huying.bot.content.check;

import org.jspecify.annotations.NullMarked;
