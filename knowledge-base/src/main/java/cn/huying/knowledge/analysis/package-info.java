/**
 * Making what residents write comparable: one spelling for full-width, upper-case and traditional characters, words and pairs of characters
 * for the index, and a matcher that finds thousands of phrases in one pass over a text.
 */
@NullMarked
package cn.huying.knowledge.analysis;

import org.jspecify.annotations.NullMarked;
