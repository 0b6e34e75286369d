@NullMarked
package cn.huying.api.simulator.phone;

import org.jspecify.annotations.NullMarked;
