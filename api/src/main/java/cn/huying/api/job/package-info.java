/** When background work runs. What is done is a plain class of the core; these are its clocks. */
@NullMarked
package cn.huying.api.job;

import org.jspecify.annotations.NullMarked;
