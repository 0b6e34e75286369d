/**
 * The page and what it asks for; everything it shows comes from the other packages beside this one.
 */
@NullMarked
package cn.huying.api.simulator.page;

import org.jspecify.annotations.NullMarked;
