/**
 * The people who work for the community and what each was appointed to. One directory for every page that asks for a name and a password:
 * what a post may do is decided where it is done.
 */
@NullMarked
package cn.huying.bot.staff;

import org.jspecify.annotations.NullMarked;
