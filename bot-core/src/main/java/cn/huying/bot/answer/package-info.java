/**
 * Finding an answer while others wait for theirs: what takes milliseconds is done beside the event loops, and only as far as there is time.
 */
@NullMarked
package cn.huying.bot.answer;

import org.jspecify.annotations.NullMarked;
