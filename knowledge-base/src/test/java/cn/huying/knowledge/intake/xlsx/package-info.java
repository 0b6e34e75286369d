/** Checks of the package of the same name. */
@NullMarked
package cn.huying.knowledge.intake.xlsx;

import org.jspecify.annotations.NullMarked;
