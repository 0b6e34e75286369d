@NullMarked
package cn.huying.api.simulator.fault;

import org.jspecify.annotations.NullMarked;
