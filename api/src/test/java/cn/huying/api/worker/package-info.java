/** The workers' pages over stores that are gone with the process. */
@NullMarked
package cn.huying.api.worker;

import org.jspecify.annotations.NullMarked;
