/** The front door: the page at {@code /} that shows the ways into this installation. */
@NullMarked
package cn.huying.api.welcome;

import org.jspecify.annotations.NullMarked;
