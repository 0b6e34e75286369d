/**
 * The person, and the channel users through which a person writes.
 */
@NullMarked
package cn.huying.bot.resident;

import org.jspecify.annotations.NullMarked;
