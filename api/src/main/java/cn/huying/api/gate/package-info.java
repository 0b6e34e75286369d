/** What the gates of the console and of the workers' pages have in common: which paths they stand before, and how they turn somebody away. */
@NullMarked
package cn.huying.api.gate;

import org.jspecify.annotations.NullMarked;
