/**
 * Ports to WeChat and WeCom: a message to a resident, a post in a group, a card to a worker, and what such a call can come to. They promise
 * nothing about when; that is the outbox's part.
 */
@NullMarked
package cn.huying.bot.delivery.channel;

import org.jspecify.annotations.NullMarked;
