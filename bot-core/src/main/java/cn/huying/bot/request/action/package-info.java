/**
 * What can be done with a request, with everything that has to be said along with it; each is one {@code Verb} of the life cycle. Whether it
 * may be done is decided in {@code cn.huying.bot.handling.lifecycle}.
 */
@NullMarked
package cn.huying.bot.request.action;

import org.jspecify.annotations.NullMarked;
