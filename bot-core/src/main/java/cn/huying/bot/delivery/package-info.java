/**
 * Sending things out: the outbox entries aggregates carry, who takes them to which channel, and what is kept of those that could not be
 * delivered.
 */
@NullMarked
package cn.huying.bot.delivery;

import org.jspecify.annotations.NullMarked;
