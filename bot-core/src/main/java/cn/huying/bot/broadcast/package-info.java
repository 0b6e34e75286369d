/**
 * One text for many residents: written by one person, approved by another, sent once to everyone it concerns and to nobody after its time.
 */
@NullMarked
package cn.huying.bot.broadcast;

import org.jspecify.annotations.NullMarked;
