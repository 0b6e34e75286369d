/**
 * Knowledge in and out of files people keep: every form is read into the same outline and judged by the same rules as {@code config/knowledge/},
 * and what is written out reads back as it was.
 */
@NullMarked
package cn.huying.knowledge.intake;

import org.jspecify.annotations.NullMarked;
