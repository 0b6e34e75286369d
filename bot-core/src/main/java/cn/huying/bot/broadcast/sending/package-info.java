/** How an approved broadcast leaves: mustered, portioned into batches and sent within the platform's pace, so that nobody is told twice when a replica dies midway. */
@NullMarked
package cn.huying.bot.broadcast.sending;

import org.jspecify.annotations.NullMarked;
