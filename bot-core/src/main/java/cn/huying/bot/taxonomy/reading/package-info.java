/**
 * The classifier that goes by the lexicon: all words of all categories are found in one pass over the text, weighed where they overlap, and
 * what spoke for the choice is kept as reasons.
 */
@NullMarked
package cn.huying.bot.taxonomy.reading;

import org.jspecify.annotations.NullMarked;
