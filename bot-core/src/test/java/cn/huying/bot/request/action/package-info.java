@NullMarked
package cn.huying.bot.request.action;

import org.jspecify.annotations.NullMarked;
