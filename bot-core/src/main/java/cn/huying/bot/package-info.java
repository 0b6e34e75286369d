/**
 * The domain of the bot. Each package holds one word a resident or a grid worker knows: its aggregate, its operations and its ports
 * side by side. Reactor appears at ports and operations only; what decides (classifiers, routers, state changes) is plain functions.
 */
@NullMarked
package cn.huying.bot;

import org.jspecify.annotations.NullMarked;
