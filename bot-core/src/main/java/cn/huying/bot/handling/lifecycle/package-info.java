/**
 * The life cycle of a request: {@code Transitions} is every step as data, {@link cn.huying.bot.handling.lifecycle.LifeCycle} the one pure
 * function over it. It says what is next and what has to be told, and stores nothing.
 */
@NullMarked
package cn.huying.bot.handling.lifecycle;

import org.jspecify.annotations.NullMarked;
