/** What a resident tells of: whether it is one matter or two, which of them is graver, and what sets them right. */
@NullMarked
package cn.huying.bot.dialogue.community.matter;

import org.jspecify.annotations.NullMarked;
