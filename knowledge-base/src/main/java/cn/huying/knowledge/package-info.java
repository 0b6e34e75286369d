/**
 * The one door to what the community knows: ask {@link cn.huying.knowledge.KnowledgeBase}, get an answer, up to three choices, or an honest
 * "not known".
 */
@NullMarked
package cn.huying.knowledge;

import org.jspecify.annotations.NullMarked;
