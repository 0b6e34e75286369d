package cn.huying.bot.routing;

import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.routing.Routing.Dispatch;
import cn.huying.bot.routing.Routing.Reason;
import cn.huying.bot.routing.Routing.Triage;
import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Nature;
import java.util.List;
import java.util.Optional;

/** Decides who gets a request. The same request, tree and rules always give the same answer. */
public final class Router {
    private final GridTree tree;
    private final RoutingRules rules;

    public Router(GridTree tree, RoutingRules rules) {
        this.tree = tree;
        this.rules = rules;
    }

    /** @param confidence how sure the classifier is of the category, 0 to 1; 1 when a person chose it */
    public Routing route(Category category, double confidence, Nature nature, Place place) {
        boolean sure = confidence >= rules.threshold();
        Optional<Compound> compound = place.compound().flatMap(tree::compound);
        Optional<Rule> rule = rules.first(category, nature, compound.map(Compound::management));
        if (category.isOther()) {
            return new Triage(Reason.NO_CATEGORY);
        }
        if (rule.isEmpty()) {
            return new Triage(sure ? Reason.NO_RULE : Reason.UNSURE);
        }
        if (rule.get().certain() && !sure) {
            return new Triage(Reason.UNSURE);
        }
        return dispatch(rule.get(), category, place, compound);
    }

    private Routing dispatch(Rule rule, Category category, Place place, Optional<Compound> compound) {
        Optional<Grid> handling = rule.post()
                ? rule.to().group(tree, place.grid(), category.level())
                : rule.to().node(tree, place.grid(), category.level()).or(() -> tree.find(place.grid()));
        if (handling.isEmpty()) {
            return new Triage(Reason.NO_GRID);
        }
        GridId id = handling.get().id();
        return new Dispatch(
                id, unit(rule, category, place, compound), copies(rule, category, place, id), rule.post(), rule.name());
    }

    private List<GridId> copies(Rule rule, Category category, Place place, GridId handling) {
        if (!rule.post()) {
            return List.of();
        }
        return rule.copies().stream()
                .flatMap(target -> target.group(tree, place.grid(), category.level()).stream())
                .map(Grid::id)
                .filter(id -> !id.equals(handling))
                .distinct()
                .toList();
    }

    private String unit(Rule rule, Category category, Place place, Optional<Compound> compound) {
        String property =
                compound.map(Compound::property).filter(name -> !name.isEmpty()).orElse("物业");
        String grid = Target.GRID
                .node(tree, place.grid(), category.level())
                .map(Grid::name)
                .orElse(place.area());
        return rule.unit()
                .replace("{owner}", rules.owner(category))
                .replace("{property}", property)
                .replace("{compound}", place.area())
                .replace("{grid}", grid);
    }
}
