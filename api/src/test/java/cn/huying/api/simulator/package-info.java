@NullMarked
package cn.huying.api.simulator;

import org.jspecify.annotations.NullMarked;
