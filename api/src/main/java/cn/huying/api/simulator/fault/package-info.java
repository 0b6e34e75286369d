/**
 * Switches that make a host of the platform fail the way real ones do, so that one can watch what the bot makes of it.
 */
@NullMarked
package cn.huying.api.simulator.fault;

import org.jspecify.annotations.NullMarked;
