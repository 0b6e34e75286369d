/**
 * Reading editable configuration: YAML that knows its file and line, and problems a person can mend.
 */
@NullMarked
package cn.huying.knowledge.load;

import org.jspecify.annotations.NullMarked;
