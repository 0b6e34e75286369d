@NullMarked
package cn.huying.bot.delivery.allowance;

import org.jspecify.annotations.NullMarked;
