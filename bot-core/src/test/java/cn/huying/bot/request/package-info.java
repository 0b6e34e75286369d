@NullMarked
package cn.huying.bot.request;

import org.jspecify.annotations.NullMarked;
