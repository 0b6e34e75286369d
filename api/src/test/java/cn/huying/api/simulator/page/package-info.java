@NullMarked
package cn.huying.api.simulator.page;

import org.jspecify.annotations.NullMarked;
