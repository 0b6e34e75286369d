@NullMarked
package cn.huying.bot.emergency;

import org.jspecify.annotations.NullMarked;
