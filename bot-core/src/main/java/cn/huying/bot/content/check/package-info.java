/** What content is held against before it is published: the rules of the files, the other entries, and the golden questions. */
@NullMarked
package cn.huying.bot.content.check;

import org.jspecify.annotations.NullMarked;
