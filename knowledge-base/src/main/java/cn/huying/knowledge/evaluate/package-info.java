/** How good an answer machine is, in the figures the field agrees on. */
@NullMarked
package cn.huying.knowledge.evaluate;

import org.jspecify.annotations.NullMarked;
