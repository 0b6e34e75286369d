@NullMarked
package cn.huying.bot.dialogue.community;

import org.jspecify.annotations.NullMarked;
