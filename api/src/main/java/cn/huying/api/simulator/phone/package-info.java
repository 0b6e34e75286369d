/**
 * The phones of residents and workers: what is done on one goes to the bot over the wire, and what comes back is shown.
 */
@NullMarked
package cn.huying.api.simulator.phone;

import org.jspecify.annotations.NullMarked;
