/** Workbooks as a form of the table: what is let in at all, and how texts stand in their cells. */
@NullMarked
package cn.huying.knowledge.intake.xlsx;

import org.jspecify.annotations.NullMarked;
