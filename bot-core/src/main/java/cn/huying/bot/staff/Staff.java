package cn.huying.bot.staff;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.taxonomy.Level;

/**
 * Somebody who can sign in.
 *
 * @param id what he or she signs in with, and what every history keeps
 * @param secret the encoded password, with the name of its encoding in front
 * @param grid the node of the organisation he or she works for; everything below it belongs to it
 */
public record Staff(String id, String secret, GridId grid, Level level, Post post) {
    @Override
    public String toString() {
        return id + '/' + post + '@' + grid;
    }
}
