/** What the dialogue says: every phrase of the templates by name, with its places filled in. */
@NullMarked
package cn.huying.bot.dialogue.community.phrase;

import org.jspecify.annotations.NullMarked;
