/**
 * What a resident asks of the community, from the first word to the last. {@link cn.huying.bot.request.Transitions} is the life cycle as
 * data, {@link cn.huying.bot.request.LifeCycle} the one pure function over it; a {@link cn.huying.bot.request.ServiceRequest} carries its
 * whole history and what it still has to tell, so one stored document is always the whole truth.
 */
@NullMarked
package cn.huying.bot.request;

import org.jspecify.annotations.NullMarked;
