@NullMarked
package cn.huying.api.simulator.feed;

import org.jspecify.annotations.NullMarked;
