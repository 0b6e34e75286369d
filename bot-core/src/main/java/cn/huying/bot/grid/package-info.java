/**
 * The organisation tree from district to micro grid, compounds and buildings, and finding a place in a text.
 */
@NullMarked
package cn.huying.bot.grid;

import org.jspecify.annotations.NullMarked;
