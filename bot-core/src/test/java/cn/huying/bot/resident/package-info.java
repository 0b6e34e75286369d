@NullMarked
package cn.huying.bot.resident;

import org.jspecify.annotations.NullMarked;
