package cn.huying.api.console;

import cn.huying.bot.staff.Staff;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who signed in here, with the rights of the post. */
public record Member(Staff staff, Set<Right> rights) implements UserDetails {
    public Member {
        rights = Set.copyOf(rights);
    }

    public static Member of(Staff staff) {
        return new Member(staff, Right.of(staff.post()));
    }

    public static Member of(Authentication signedIn) {
        if (signedIn.getPrincipal() instanceof Member member) {
            return member;
        }
        throw new IllegalStateException("signed in, but not to the console");
    }

    public String id() {
        return staff.id();
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    @Override
    public Set<Right> getAuthorities() {
        return rights;
    }

    @Override
    public String getPassword() {
        return staff.secret();
    }

    @Override
    public String getUsername() {
        return staff.id();
    }

    @Override
    public String toString() {
        return staff.toString();
    }
}
