/**
 * The conversation with one resident: what was said last, what a new message means in that light, and what is answered. {@link
 * cn.huying.bot.dialogue.Receptionist} is the straight line a message takes; {@link cn.huying.bot.dialogue.Dialogue} decides.
 */
@NullMarked
package cn.huying.bot.dialogue;

import org.jspecify.annotations.NullMarked;
