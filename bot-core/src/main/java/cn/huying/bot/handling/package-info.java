/**
 * How a request is handled, from the first word to the last: {@link cn.huying.bot.handling.Requests} is what the conversation and the workers
 * call, and lets the life cycle decide and the store keep. Taps on cards and the time running out come in beside it.
 */
@NullMarked
package cn.huying.bot.handling;

import org.jspecify.annotations.NullMarked;
