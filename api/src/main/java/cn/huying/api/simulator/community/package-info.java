/**
 * The invented community of the demo: drawn up from a table of compounds and a seed, and written as the files an operator would write.
 */
@NullMarked
package cn.huying.api.simulator.community;

import org.jspecify.annotations.NullMarked;
