/**
 * The questions people ask and their checked answers, as written in {@code config/knowledge/}. Every answer names its source and the time and
 * place it holds for.
 */
@NullMarked
package cn.huying.knowledge.faq;

import org.jspecify.annotations.NullMarked;
