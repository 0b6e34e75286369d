/**
 * Every setting of the program, and what is refused about them before anything is opened. Only the wiring knows them: a part is given what it
 * needs.
 */
@NullMarked
package cn.huying.api.settings;

import org.jspecify.annotations.NullMarked;
