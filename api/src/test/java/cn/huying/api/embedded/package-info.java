/** The embedded servers are tested from outside, through the drivers, and by damaging what they left on the disk. */
@NullMarked
package cn.huying.api.embedded;

import org.jspecify.annotations.NullMarked;
