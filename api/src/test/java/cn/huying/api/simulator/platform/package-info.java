@NullMarked
package cn.huying.api.simulator.platform;

import org.jspecify.annotations.NullMarked;
