/**
 * How the knowledge mends itself: what could not be answered is collected without a trace of who asked, put together by meaning, made into a
 * {@link cn.huying.bot.repair.Proposal} by one person of the staff and published by another.
 */
@NullMarked
package cn.huying.bot.repair;

import org.jspecify.annotations.NullMarked;
