/**
 * The people who work for the community: what each was appointed to, and who is on duty where and when. One directory for every page that
 * asks for a name and a password; what a post may do is decided where it is done. A card goes to one person; the rota says to whom.
 */
@NullMarked
package cn.huying.bot.staff;

import org.jspecify.annotations.NullMarked;
