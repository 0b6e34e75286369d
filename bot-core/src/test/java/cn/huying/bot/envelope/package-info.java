@NullMarked
package cn.huying.bot.envelope;

import org.jspecify.annotations.NullMarked;
