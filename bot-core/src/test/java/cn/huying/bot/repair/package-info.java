/** What is expected of the loop by which the knowledge mends itself, and stores that forget with the process. */
@NullMarked
package cn.huying.bot.repair;

import org.jspecify.annotations.NullMarked;
