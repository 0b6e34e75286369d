/**
 * Finding the articles of law that answer a question asked in everyday words: by words, by meaning, and by what the neighbours of an article and
 * its law say about it.
 */
@NullMarked
package cn.huying.knowledge.law;

import org.jspecify.annotations.NullMarked;
