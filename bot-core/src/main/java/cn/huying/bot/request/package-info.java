/**
 * What a resident asks of the community. A {@link cn.huying.bot.request.ServiceRequest} carries its whole history and what it still has to
 * tell, so one stored document is always the whole truth. What may happen to it is decided in {@code cn.huying.bot.handling.lifecycle}.
 */
@NullMarked
package cn.huying.bot.request;

import org.jspecify.annotations.NullMarked;
