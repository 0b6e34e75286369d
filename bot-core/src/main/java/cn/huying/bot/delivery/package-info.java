/**
 * Sending things out: ports to WeChat and WeCom, what a send can come to, and the outbox entries aggregates carry.
 */
@NullMarked
package cn.huying.bot.delivery;

import org.jspecify.annotations.NullMarked;
