@NullMarked
package cn.huying.api.simulator.wire;

import org.jspecify.annotations.NullMarked;
