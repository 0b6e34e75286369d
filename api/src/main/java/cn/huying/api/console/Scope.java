package cn.huying.api.console;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Unit;
import cn.huying.bot.staff.Post;
import cn.huying.bot.taxonomy.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a member may see of requests: what lies in his or her part of the tree, and the resident's words where the post needs them. */
public final class Scope {
    private final GridTree tree;

    public Scope(GridTree tree) {
        this.tree = tree;
    }

    /** Every node of a part of the tree; empty when that is everything, places nobody knows included. */
    public Set<GridId> grids(GridId top) {
        if (isEverything(top)) {
            return Set.of();
        }
        return below(top).stream().map(Grid::id).collect(Collectors.toSet());
    }

    /** The nodes a member can choose from to see less. */
    public List<Grid> choices(Member member) {
        return below(member.staff().grid()).stream()
                .filter(grid -> grid.active() && !tree.isLeaf(grid.id()))
                .toList();
    }

    public boolean sees(Member member, ServiceRequest request) {
        Set<GridId> grids = grids(member.staff().grid());
        return grids.isEmpty()
                || request.submission().place().leaf().filter(grids::contains).isPresent()
                || request.standing()
                        .assignment()
                        .lead()
                        .filter(unit -> grids.contains(unit.grid()))
                        .isPresent();
    }

    /** The subdistrict reads a resident's words only of what came up to it. */
    public boolean readsWords(Member member, ServiceRequest request) {
        return switch (member.staff().post()) {
            case DISPATCHER, COMMUNITY -> true;
            case SUBDISTRICT -> request.standing().level().compareTo(Level.SUBDISTRICT) >= 0;
            case WORKER, AUTHOR, APPROVER, ADMIN, SECURITY, AUDITOR -> false;
        };
    }

    /** Whether the member's own unit leads it. */
    public boolean leads(Member member, ServiceRequest request) {
        return request.standing()
                .assignment()
                .lead()
                .filter(unit -> unit.grid().equals(member.staff().grid()))
                .isPresent();
    }

    /** Whom a request can be given to: nodes whose group hears of it, the community and the subdistrict. */
    public List<Unit> units() {
        return tree.grids().stream()
                .filter(Grid::active)
                .filter(grid -> grid.group() || !grid.level().isGrid())
                .map(Unit::of)
                .toList();
    }

    public Optional<Unit> unit(String grid) {
        return units().stream().filter(unit -> unit.grid().value().equals(grid)).findFirst();
    }

    public Optional<Grid> grid(String id) {
        return tree.find(new GridId(id));
    }

    public boolean isWithin(Grid grid, Member member) {
        return tree.isWithin(grid.id(), member.staff().grid());
    }

    boolean knowsWords(Post post) {
        return post == Post.DISPATCHER || post == Post.COMMUNITY;
    }

    private boolean isEverything(GridId top) {
        return tree.isWithin(tree.trunk().id(), top);
    }

    private List<Grid> below(GridId top) {
        return tree.grids().stream()
                .filter(grid -> tree.isWithin(grid.id(), top))
                .toList();
    }
}
