/**
 * The invented place and its people as the simulator knows them; the application brings the accounts, keys and the organisation tree.
 */
@NullMarked
package cn.huying.api.simulator.town;

import org.jspecify.annotations.NullMarked;
