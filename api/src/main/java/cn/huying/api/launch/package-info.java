/** The verbs of {@code ./huying}, what warms the program up before it is ready, and what is said when a start is refused. */
@NullMarked
package cn.huying.api.launch;

import org.jspecify.annotations.NullMarked;
