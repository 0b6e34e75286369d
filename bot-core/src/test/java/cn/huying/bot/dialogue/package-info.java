@NullMarked
package cn.huying.bot.dialogue;

import org.jspecify.annotations.NullMarked;
