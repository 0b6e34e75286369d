package cn.huying.api.simulator.community;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.staff.Post;
import cn.huying.bot.staff.Staff;
import cn.huying.bot.taxonomy.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The demo's accounts: a worker for each grid with a group, and one of every other post. The password is no secret. */
public final class DemoStaff {
    /** Not encoded, since it is printed at every start and encoding costs a tenth of a second. */
    private static final String SECRET = "{noop}huying-demo";

    private DemoStaff() {}

    public static List<Staff> of(GridTree tree) {
        List<Staff> staff = new ArrayList<>();
        for (Grid grid : tree.grids()) {
            if (grid.level() == GridLevel.GENERAL) {
                String id = "worker" + (staff.size() + 1);
                staff.add(new Staff(id, SECRET, grid.id(), Level.GRID, Post.WORKER));
            }
        }
        staff.addAll(tree.grids().stream().flatMap(DemoStaff::above).toList());
        return staff;
    }

    private static Stream<Staff> above(Grid grid) {
        return switch (grid.level()) {
            case COMMUNITY ->
                Stream.of(
                                Post.COMMUNITY,
                                Post.DISPATCHER,
                                Post.AUTHOR,
                                Post.APPROVER,
                                Post.ADMIN,
                                Post.SECURITY,
                                Post.AUDITOR)
                        .map(post -> account(post, grid, Level.COMMUNITY));
            case SUBDISTRICT -> Stream.of(account(Post.SUBDISTRICT, grid, Level.SUBDISTRICT));
            case DISTRICT, GENERAL, L1, L2, AUX, MICRO -> Stream.of();
        };
    }

    private static Staff account(Post post, Grid grid, Level level) {
        return new Staff(post.name().toLowerCase(Locale.ROOT), SECRET, grid.id(), level, post);
    }
}
