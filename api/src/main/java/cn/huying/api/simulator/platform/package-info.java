/**
 * The hosts of WeChat and WeCom as far as the bot calls them: they answer, limit and refuse as the real ones do.
 */
@NullMarked
package cn.huying.api.simulator.platform;

import org.jspecify.annotations.NullMarked;
