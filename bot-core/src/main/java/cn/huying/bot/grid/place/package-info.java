/**
 * Finding the place a text speaks of: names and numbers cut out by {@code grid.wording} are looked up in the tree, and what they leave open is
 * asked rather than guessed.
 */
@NullMarked
package cn.huying.bot.grid.place;

import org.jspecify.annotations.NullMarked;
