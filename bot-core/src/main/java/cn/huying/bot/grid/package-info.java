/**
 * The organisation tree from district to micro grid, with the compounds and buildings that hang on its leaves. It is read by {@code
 * grid.folder} and searched by {@code grid.place}.
 */
@NullMarked
package cn.huying.bot.grid;

import org.jspecify.annotations.NullMarked;
