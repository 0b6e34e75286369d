/**
 * What is told when a request moves: which words go to the resident and which to the groups, as outbox entries and without anybody's name in
 * them.
 */
@NullMarked
package cn.huying.bot.handling.notice;

import org.jspecify.annotations.NullMarked;
