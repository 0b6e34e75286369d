package cn.huying.bot.staff;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.taxonomy.Level;

/**
 * Somebody who handles requests.
 *
 * @param name as colleagues read it
 * @param grid the node of the organisation he or she works for; everything below it belongs to it
 */
public record Worker(WorkerId id, String name, GridId grid, Level level) {}
