@NullMarked
package cn.huying.bot.handling.notice;

import org.jspecify.annotations.NullMarked;
