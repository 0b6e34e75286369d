/**
 * How much may be sent to a resident and until when: the platform counts windows that residents open by what they do, and this counts them a
 * little more strictly.
 */
@NullMarked
package cn.huying.bot.delivery.allowance;

import org.jspecify.annotations.NullMarked;
