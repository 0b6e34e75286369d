/** Who gets a broadcast and what became of each: recipients claimed batch by batch, so that no two replicas send to the same person. */
@NullMarked
package cn.huying.bot.broadcast.audience;

import org.jspecify.annotations.NullMarked;
