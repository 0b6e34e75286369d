/** The verbs of {@code ./huying} and what is said when a start is refused. */
@NullMarked
package cn.huying.api.launch;

import org.jspecify.annotations.NullMarked;
