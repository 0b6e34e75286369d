/**
 * The other side of the wire, for trying things out: the platform's hosts, a few invented residents with their phones, and the page
 * that shows both. A message from here reaches the bot as a real one would, encrypted, signed and over HTTP; nothing in the bot knows
 * the difference. Everything here exists only with {@code huying.demo=true}.
 */
@NullMarked
package cn.huying.api.simulator;

import org.jspecify.annotations.NullMarked;
