/**
 * What is said where the law itself is asked for: the article a resident names, and those that come near a question without an answer.
 */
@NullMarked
package cn.huying.bot.dialogue.law;

import org.jspecify.annotations.NullMarked;
