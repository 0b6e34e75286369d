/**
 * Hears danger before anything else does. Runs on every message first, looks only for what is happening now, and prefers one warning too many
 * to one too few.
 */
@NullMarked
package cn.huying.bot.emergency;

import org.jspecify.annotations.NullMarked;
