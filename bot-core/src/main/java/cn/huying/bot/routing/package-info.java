/**
 * Who gets a request: ordered rules, the first that fits, or a person's desk when none does or the classifier is not sure. Pure
 * functions over the tree of grids; nothing is sent from here.
 */
@NullMarked
package cn.huying.bot.routing;

import org.jspecify.annotations.NullMarked;
