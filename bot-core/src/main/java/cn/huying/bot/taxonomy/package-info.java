/**
 * What a resident's words are about: the editable list of categories and the classifier that chooses one. A category says only
 * <em>what</em> a matter is; {@link cn.huying.bot.taxonomy.Nature} says what the resident wants done with it.
 */
@NullMarked
package cn.huying.bot.taxonomy;

import org.jspecify.annotations.NullMarked;
