/**
 * Reading places out of what people type, by shape alone: it cuts out names and numbers and says which belong together, and knows
 * nothing of the tree in which they are then looked up.
 */
@NullMarked
package cn.huying.bot.grid.wording;

import org.jspecify.annotations.NullMarked;
