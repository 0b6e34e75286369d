/**
 * The knowledge as staff mend it: what could not be answered, the entries, the changes that wait for a second person, every edition, and a box to
 * try a question in.
 */
@NullMarked
package cn.huying.api.console.knowledge;

import org.jspecify.annotations.NullMarked;
