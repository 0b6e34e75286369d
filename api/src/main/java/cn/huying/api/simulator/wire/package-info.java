/**
 * The callback seen from the platform: messages and taps written in XML, encrypted, delivered up to three times, replies opened again.
 */
@NullMarked
package cn.huying.api.simulator.wire;

import org.jspecify.annotations.NullMarked;
