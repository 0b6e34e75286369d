/**
 * The knowledge base on Lucene: the very question first, then words and pairs of characters, then an honest judgement how sure that is.
 */
@NullMarked
package cn.huying.knowledge.index;

import org.jspecify.annotations.NullMarked;
