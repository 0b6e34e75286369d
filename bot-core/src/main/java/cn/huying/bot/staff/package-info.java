/**
 * The people who handle requests, and who of them is on duty where and when. A card goes to one person; this package says to whom.
 */
@NullMarked
package cn.huying.bot.staff;

import org.jspecify.annotations.NullMarked;
