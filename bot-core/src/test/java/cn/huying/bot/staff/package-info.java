@NullMarked
package cn.huying.bot.staff;

import org.jspecify.annotations.NullMarked;
