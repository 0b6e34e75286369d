/**
 * The words residents read. They live in {@code config/templates/} and never in code; what a resident wrote is put in as it is and never read
 * as a template again.
 */
@NullMarked
package cn.huying.bot.text;

import org.jspecify.annotations.NullMarked;
