/** How a community answers a resident: danger first, then what the last question left open, then what the words want. */
@NullMarked
package cn.huying.bot.dialogue.community;

import org.jspecify.annotations.NullMarked;
