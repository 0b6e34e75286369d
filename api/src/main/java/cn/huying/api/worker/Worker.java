package cn.huying.api.worker;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.taxonomy.Level;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Somebody who handles requests.
 *
 * @param id what he or she signs in with, and what the history of a request keeps
 * @param secret the encoded password, with the name of its encoding in front
 * @param grid the node of the organisation he or she works for; everything below it belongs to it
 */
public record Worker(String id, String secret, GridId grid, Level level) implements UserDetails {
    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return secret;
    }

    @Override
    public String getUsername() {
        return id;
    }

    @Override
    public String toString() {
        return id + "@" + grid;
    }
}
