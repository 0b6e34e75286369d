/** What the authorities warn of, turned into drafts for the districts it concerns and ended when it is replaced or lifted. */
@NullMarked
package cn.huying.bot.broadcast.alert;

import org.jspecify.annotations.NullMarked;
