/**
 * How a request is handled, from the first word to the last. {@code Transitions} is the life cycle as data, {@link
 * cn.huying.bot.handling.LifeCycle} the one pure function over it, {@link cn.huying.bot.handling.Requests} what the conversation and the
 * workers call.
 */
@NullMarked
package cn.huying.bot.handling;

import org.jspecify.annotations.NullMarked;
