@NullMarked
package cn.huying.bot.delivery.channel;

import org.jspecify.annotations.NullMarked;
