/** Fits the calibration to questions whose answer is known, and counts how the golden questions come out. */
@NullMarked
package cn.huying.knowledge.fit;

import org.jspecify.annotations.NullMarked;
