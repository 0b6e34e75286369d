/**
 * What the resident wants with a message: a command, a choice, a chat, to be bound to a home, an answer, or help with trouble.
 */
@NullMarked
package cn.huying.bot.intent;

import org.jspecify.annotations.NullMarked;
