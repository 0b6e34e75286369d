/**
 * The law as residents get to read it: which article they name, how it stands today, and which articles come near a question nothing else answers.
 */
@NullMarked
package cn.huying.bot.statute;

import org.jspecify.annotations.NullMarked;
