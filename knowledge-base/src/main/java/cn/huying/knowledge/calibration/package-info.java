/** How sure is sure: what is seen of an entry becomes a chance that it is the answer. */
@NullMarked
package cn.huying.knowledge.calibration;

import org.jspecify.annotations.NullMarked;
