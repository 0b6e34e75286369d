/** The workers' pages over stores that are gone with the process. */
@NullMarked
package cn.huying.api.console;

import org.jspecify.annotations.NullMarked;
