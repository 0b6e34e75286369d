/**
 * Telling texts apart without keeping them: ids that are derived, not drawn, and always the same for the same words.
 */
@NullMarked
package cn.huying.knowledge.digest;

import org.jspecify.annotations.NullMarked;
