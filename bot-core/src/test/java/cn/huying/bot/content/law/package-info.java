@NullMarked
package cn.huying.bot.content.law;

import org.jspecify.annotations.NullMarked;
