/** Whether the ways to residents and workers stand, tried when somebody asks. */
@NullMarked
package cn.huying.api.console.channels;

import org.jspecify.annotations.NullMarked;
