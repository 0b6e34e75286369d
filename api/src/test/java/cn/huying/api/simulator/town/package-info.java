@NullMarked
package cn.huying.api.simulator.town;

import org.jspecify.annotations.NullMarked;
