package cn.huying.bot.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everybody who can sign in anywhere. */
public final class StaffDirectory {
    private final Map<String, Staff> byId;

    /** @throws IllegalStateException when two have the same id */
    public StaffDirectory(Collection<Staff> staff) {
        this.byId = staff.stream().collect(Collectors.toUnmodifiableMap(Staff::id, Function.identity()));
    }

    public Optional<Staff> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Staff> all() {
        return List.copyOf(byId.values());
    }
}
