package cn.huying.api.demo;

import cn.huying.api.EditableFiles;
import cn.huying.api.WorkAppConfiguration;
import cn.huying.api.callback.PlatformSeal;
import cn.huying.api.mongo.resident.MongoNewcomers;
import cn.huying.api.settings.Settings;
import cn.huying.api.simulator.SimulatorConfiguration;
import cn.huying.api.simulator.town.DemoAccount;
import cn.huying.api.simulator.town.DemoWorkApp;
import cn.huying.api.simulator.town.Neighbourhood;
import cn.huying.api.simulator.town.PlatformSide;
import cn.huying.api.simulator.town.StaffDesk;
import cn.huying.api.simulator.town.Townspeople;
import cn.huying.api.wechat.OfficialAccount;
import cn.huying.api.wechat.OfficialAccounts;
import cn.huying.api.wechat.PlatformCodec;
import cn.huying.api.wecom.WecomApp;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.message.AppId;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The other side of the wire, in the demo only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "huying.demo", havingValue = "true")
@Import(SimulatorConfiguration.class)
public class DemoConfiguration {
    private static final String NAME = "向晴社区";
    private static final int DOORS_OF_A_COMPOUND = 2;
    private static final double CORNER_DEGREES_NORTH = 0.0029;
    private static final Duration STORE_PATIENCE = Duration.ofSeconds(10);

    @Bean
    DemoAccount demoAccount(OfficialAccounts accounts) {
        OfficialAccount account = first(accounts);
        return new DemoAccount(NAME, account.appId().value(), account.secret(), account.originalId());
    }

    @Bean
    PlatformSide platformSide(OfficialAccounts accounts, Clock clock) {
        PlatformCodec codec = new PlatformCodec(first(accounts), clock);
        return new PlatformSide() {
            @Override
            public Sealed seal(String messageXml) {
                PlatformCodec.Post post = codec.seal(messageXml);
                return new Sealed(post.query(), new String(post.body(), StandardCharsets.UTF_8));
            }

            @Override
            public Optional<String> open(String replyBody) {
                return codec.open(replyBody.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    @Bean
    DemoWorkApp demoWorkApp(WorkAppConfiguration.App app, EditableFiles files, Clock clock) {
        WecomApp known = app.app().orElseThrow();
        List<DemoWorkApp.Member> members = files.rota().workers().stream()
                .filter(worker -> files.tree().grid(worker.grid()).level() != GridLevel.MICRO)
                .map(worker -> new DemoWorkApp.Member(
                        worker.id().value(),
                        worker.name(),
                        files.rota().gridOf(worker).map(Grid::name).orElse("")))
                .toList();
        PlatformSeal seal = new PlatformSeal(known.token(), known.aesKey(), known.corpId(), clock);
        return new DemoWorkApp(known.corpId(), known.agentId(), known.secret(), members, side(known.corpId(), seal));
    }

    /**
     * The invented residents; those who told where they live are kept in the stores once, at the very first start.
     *
     * @param wanted {@code HUYING_DEMO_RESIDENTS=false} leaves them out, for measurements that bring their own
     */
    @Bean
    Townspeople townspeople(
            EditableFiles files,
            Settings settings,
            OfficialAccounts accounts,
            MongoDatabase database,
            Keyring keyring,
            @Value("${huying.demo-residents:true}") boolean wanted) {
        AppId account = first(accounts).appId();
        DemoPopulation population = wanted
                ? DemoPopulation.read(settings.community(), files.tree(), account)
                : DemoPopulation.nobody(files.tree(), account);
        MongoNewcomers newcomers = new MongoNewcomers(database, keyring);
        newcomers
                .here(population.newcomers())
                .filter(here -> !here)
                .flatMap(_ -> newcomers.takeIn(population.newcomers()))
                .block(STORE_PATIENCE);
        return population.townspeople();
    }

    @Bean
    SealedPaper platformNotes(Settings settings, Keyring keyring) {
        return new SealedPaper(settings.data().resolve("platform").resolve("notes"), keyring);
    }

    @Bean
    StaffDesk staffDesk(
            Requests requests, Broadcasts broadcasts, BroadcastTexts texts, EditableFiles files, Clock clock) {
        return new DemoStaffDesk(requests, broadcasts, texts, files.rota(), clock);
    }

    private static PlatformSide side(String corpId, PlatformSeal seal) {
        return new PlatformSide() {
            @Override
            public Sealed seal(String messageXml) {
                byte[] document = messageXml.getBytes(StandardCharsets.UTF_8);
                PlatformSeal.Post post = seal.seal(corpId, document, seal.timestamp(), seal.nonce());
                return new Sealed(post.query(), new String(post.body(), StandardCharsets.UTF_8));
            }

            @Override
            public Optional<String> open(String replyBody) {
                return seal.open(replyBody.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static OfficialAccount first(OfficialAccounts accounts) {
        return accounts.all().iterator().next();
    }

    @Bean
    Neighbourhood neighbourhood(EditableFiles files) {
        GridTree tree = files.tree();
        return new Neighbourhood() {
            @Override
            public List<Door> doors() {
                return tree.compounds().stream()
                        .flatMap(compound -> compound.buildings().stream()
                                .limit(DOORS_OF_A_COMPOUND)
                                .map(building -> new Door(
                                        "building:" + building.id().value(), compound.name() + building.name())))
                        .toList();
            }

            @Override
            public List<Spot> spots() {
                return tree.compounds().stream()
                        .flatMap(compound -> Stream.of(spot(compound), corner(compound)))
                        .toList();
            }

            @Override
            public List<Group> groups() {
                return tree.grids().stream()
                        .filter(Grid::group)
                        .map(grid -> new Group(
                                grid.id().value(),
                                grid.name(),
                                DemoRobots.keyOf(grid.id()).value()))
                        .toList();
            }
        };
    }

    /** Too far from any compound: only the outline of a grid reaches there. */
    private static Neighbourhood.Spot corner(Compound compound) {
        return new Neighbourhood.Spot(
                compound.name() + "北边的路口",
                compound.location().latitude() + CORNER_DEGREES_NORTH,
                compound.location().longitude());
    }

    private static Neighbourhood.Spot spot(Compound compound) {
        return new Neighbourhood.Spot(
                compound.name(),
                compound.location().latitude(),
                compound.location().longitude());
    }
}
