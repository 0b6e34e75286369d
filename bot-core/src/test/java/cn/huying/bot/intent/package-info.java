@NullMarked
package cn.huying.bot.intent;

import org.jspecify.annotations.NullMarked;
