/**
 * A conversation in the terminal with a running demo.
 */
@NullMarked
package cn.huying.api.simulator.chat;

import org.jspecify.annotations.NullMarked;
