@NullMarked
package cn.huying.api.simulator.chat;

import org.jspecify.annotations.NullMarked;
