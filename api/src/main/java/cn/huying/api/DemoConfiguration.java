package cn.huying.api;

import cn.huying.api.callback.PlatformSeal;
import cn.huying.api.simulator.DemoAccount;
import cn.huying.api.simulator.DemoWorkApp;
import cn.huying.api.simulator.Neighbourhood;
import cn.huying.api.simulator.PlatformSide;
import cn.huying.api.simulator.SimulatorConfiguration;
import cn.huying.api.wechat.OfficialAccount;
import cn.huying.api.wechat.OfficialAccounts;
import cn.huying.api.wechat.PlatformCodec;
import cn.huying.api.wecom.WecomApp;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridTree;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The other side of the wire, in the demo only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "huying.demo", havingValue = "true")
@Import(SimulatorConfiguration.class)
class DemoConfiguration {
    private static final String NAME = "向晴社区";
    private static final int DOORS_OF_A_COMPOUND = 2;

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
                .map(worker -> new DemoWorkApp.Member(
                        worker.id().value(),
                        worker.name(),
                        files.rota().gridOf(worker).map(Grid::name).orElse("")))
                .toList();
        PlatformSeal seal = new PlatformSeal(known.token(), known.aesKey(), known.corpId(), clock);
        return new DemoWorkApp(known.corpId(), known.agentId(), known.secret(), members, side(known.corpId(), seal));
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
                return tree.compounds().stream().map(DemoConfiguration::spot).toList();
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

    private static Neighbourhood.Spot spot(Compound compound) {
        return new Neighbourhood.Spot(
                compound.name(),
                compound.location().latitude(),
                compound.location().longitude());
    }
}
