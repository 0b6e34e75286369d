/**
 * Meaning as a vector: a small neural encoder that runs in the process, so that a question finds its answer even where the two share no word.
 */
@NullMarked
package cn.huying.knowledge.encode;

import org.jspecify.annotations.NullMarked;
