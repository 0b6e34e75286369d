/**
 * What a resident sends and what we answer; the inbox that makes an accepted message survive anything.
 */
@NullMarked
package cn.huying.bot.message;

import org.jspecify.annotations.NullMarked;
