/**
 * Reading the organisation tree from the community's folder of YAML: every file is read and every rule of the tree is checked before
 * anything is used, so an operator is told all mistakes at once.
 */
@NullMarked
package cn.huying.bot.grid.folder;

import org.jspecify.annotations.NullMarked;
