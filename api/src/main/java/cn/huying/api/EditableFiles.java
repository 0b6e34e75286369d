package cn.huying.api;

import cn.huying.api.settings.Settings;
import cn.huying.api.spool.SpooledInbox;
import cn.huying.api.worker.Sheets;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.delivery.CardCourier;
import cn.huying.bot.delivery.Courier;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.emergency.Emergency;
import cn.huying.bot.emergency.EmergencyScreen;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.folder.GridFolder;
import cn.huying.bot.handling.Taps;
import cn.huying.bot.handling.lifecycle.Deadlines;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.lifecycle.WorkCards;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.intent.IntentReader;
import cn.huying.bot.repair.PrivateMatters;
import cn.huying.bot.routing.RoutingRules;
import cn.huying.bot.staff.DutyRota;
import cn.huying.bot.staff.RotaFile;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.bot.taxonomy.reading.LexiconClassifier;
import cn.huying.bot.text.Templates;
import cn.huying.bot.text.TextKey;
import cn.huying.bot.text.Texts;
import cn.huying.knowledge.index.RetrievalSettings;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an operator edits without a build, read whole: either every file is right, or all that is wrong in all of them is told and nothing
 * is used. What is known is not among it: that is in the database, edition by edition.
 *
 * @param rota who is on duty; nobody where the community's folder says nothing of it
 * @param regions the places this installation serves, the most specific first
 */
public record EditableFiles(
        Taxonomy taxonomy,
        RoutingRules rules,
        GridTree tree,
        List<ConfigProblem> warnings,
        RetrievalSettings retrieval,
        EmergencyScreen screen,
        IntentReader intents,
        Texts texts,
        DutyRota rota,
        WorkCards cards,
        LifeCycle lifeCycle,
        PrivateMatters privateMatters,
        List<String> regions) {

    /** @throws ConfigException with every problem of every file */
    public static EditableFiles load(Settings settings) {
        Path config = settings.config();
        Problems problems = new Problems();
        Optional<Taxonomy> taxonomy = problems.read(() -> Taxonomy.load(config.resolve("taxonomy.yml")));
        Optional<RoutingRules> rules =
                taxonomy.flatMap(known -> problems.read(() -> RoutingRules.load(config.resolve("routing.yml"), known)));
        Optional<GridFolder.Loaded> grids = problems.read(() -> GridFolder.read(settings.community()));
        Optional<DutyRota> rota = grids.flatMap(
                known -> problems.read(() -> RotaFile.read(settings.community(), known.tree(), settings.zone())));
        Optional<RetrievalSettings> retrieval =
                problems.read(() -> RetrievalSettings.load(config.resolve("retrieval.yml")));
        Optional<EmergencyScreen> screen = problems.read(() -> EmergencyScreen.load(config.resolve("emergency.yml")));
        Optional<IntentReader> intents = problems.read(() -> IntentReader.load(config.resolve("intents.yml")));
        Optional<Templates> texts = problems.read(() -> texts(config));
        Optional<PrivateMatters> privateMatters = taxonomy.flatMap(known ->
                problems.read(() -> PrivateMatters.load(config.resolve("private.yml"), new LexiconClassifier(known))));
        if (taxonomy.isPresent() && screen.isPresent() && texts.isPresent()) {
            problems.read(() -> emergencies(config, screen.get(), taxonomy.get(), texts.get()));
        }
        problems.refuseIfAny();
        WorkCards cards = cards(settings, rota.orElseThrow());
        return new EditableFiles(
                taxonomy.orElseThrow(),
                rules.orElseThrow(),
                grids.orElseThrow().tree(),
                grids.orElseThrow().warnings(),
                retrieval.orElseThrow(),
                screen.orElseThrow(),
                intents.orElseThrow(),
                texts.orElseThrow(),
                rota.orElseThrow(),
                cards,
                lifeCycle(settings, taxonomy.orElseThrow(), rules.orElseThrow(), cards),
                privateMatters.orElseThrow(),
                regions(grids.orElseThrow().tree()));
    }

    private static Templates texts(Path config) {
        List<TextKey> keys = new ArrayList<>(Phrases.keys());
        keys.addAll(Notices.texts());
        keys.addAll(Sheets.texts());
        keys.addAll(Courier.texts());
        keys.addAll(SpooledInbox.texts());
        keys.addAll(CardCourier.texts());
        keys.addAll(WorkCards.texts());
        keys.addAll(Taps.texts());
        keys.addAll(BroadcastTexts.keys());
        return Templates.load(config.resolve("templates")).require(keys);
    }

    /** What is heard as danger must have its category and its instructions: an emergency is no time to find out. */
    private static EmergencyScreen emergencies(
            Path config, EmergencyScreen screen, Taxonomy taxonomy, Templates texts) {
        String file = config.resolve("emergency.yml").toString();
        List<ConfigProblem> unknown = screen.emergencies().stream()
                .map(Emergency::category)
                .distinct()
                .filter(category -> taxonomy.find(category).isEmpty())
                .map(category -> new ConfigProblem(file, 0, "类别不存在：" + category, "请写 taxonomy.yml 里的类别代码"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ConfigException(unknown);
        }
        texts.require(screen.emergencies().stream()
                .map(emergency -> TextKey.of(emergency.template()))
                .distinct()
                .toList());
        return screen;
    }

    /** Nobody gets a card where no application could send one. */
    private static WorkCards cards(Settings settings, DutyRota rota) {
        return settings.wecom().app().isSet() ? new WorkCards(rota, URI.create(settings.baseUrl())) : WorkCards.none();
    }

    private static LifeCycle lifeCycle(Settings settings, Taxonomy taxonomy, RoutingRules rules, WorkCards cards) {
        Deadlines deadlines = Deadlines.standard(settings.zone()).resolvingWithin(taxonomy::limit);
        return new LifeCycle(
                deadlines, new Notices(URI.create(settings.baseUrl()), settings.zone()), cards, rules.threshold());
    }

    /** The names of the common trunk of the tree, the deepest first. */
    private static List<String> regions(GridTree tree) {
        List<String> names = new ArrayList<>();
        List<Grid> level = List.of(tree.root());
        while (level.size() == 1) {
            names.addFirst(level.getFirst().name());
            level = tree.children(level.getFirst().id());
        }
        return names;
    }

    /** Reads on after a file was refused, so that all mistakes are told at once. */
    private static final class Problems {
        private final List<ConfigProblem> found = new ArrayList<>();

        <T> Optional<T> read(Supplier<T> file) {
            try {
                return Optional.of(file.get());
            } catch (ConfigException refused) {
                found.addAll(refused.problems());
                return Optional.empty();
            }
        }

        void refuseIfAny() {
            if (!found.isEmpty()) {
                throw new ConfigException(found);
            }
        }
    }
}
