/**
 * The laws in force as a library on this machine's disk: built beside everything else, opened as it was left, and asked which of its articles have to do
 * with a question.
 */
@NullMarked
package cn.huying.knowledge.statute;

import org.jspecify.annotations.NullMarked;
