package cn.huying.api.simulator;

import cn.huying.api.simulator.fault.FaultFilter;
import cn.huying.api.simulator.fault.FaultSwitches;
import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.Journal;
import cn.huying.api.simulator.feed.Notebook;
import cn.huying.api.simulator.feed.Paper;
import cn.huying.api.simulator.feed.Timelines;
import cn.huying.api.simulator.page.FaultsApi;
import cn.huying.api.simulator.page.SimulatorApi;
import cn.huying.api.simulator.page.SimulatorPage;
import cn.huying.api.simulator.page.SimulatorStates;
import cn.huying.api.simulator.page.TourApi;
import cn.huying.api.simulator.phone.SimulatedResidents;
import cn.huying.api.simulator.phone.SimulatedWorkers;
import cn.huying.api.simulator.platform.Counter;
import cn.huying.api.simulator.platform.FakeFollowers;
import cn.huying.api.simulator.platform.FakeMassPlatform;
import cn.huying.api.simulator.platform.FakeMassSends;
import cn.huying.api.simulator.platform.FakePlatform;
import cn.huying.api.simulator.platform.FakeRobots;
import cn.huying.api.simulator.platform.FakeTokens;
import cn.huying.api.simulator.platform.FakeWorkApp;
import cn.huying.api.simulator.platform.FakeWorkPlatform;
import cn.huying.api.simulator.town.Clerk;
import cn.huying.api.simulator.town.DemoAccount;
import cn.huying.api.simulator.town.DemoOnly;
import cn.huying.api.simulator.town.DemoWorkApp;
import cn.huying.api.simulator.town.Neighbourhood;
import cn.huying.api.simulator.town.PlatformSide;
import cn.huying.api.simulator.town.StaffDesk;
import cn.huying.api.simulator.town.Townspeople;
import cn.huying.api.simulator.wire.Callback;
import cn.huying.api.simulator.wire.MessageXml;
import cn.huying.api.simulator.wire.ReplyXml;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything of this package, present only with {@code huying.demo=true}. The application brings a {@link DemoAccount}, a {@link PlatformSide}
 * with the same account's keys, a {@link DemoWorkApp}, a {@link Neighbourhood}, the
 * {@link Townspeople}, a {@link StaffDesk}, a {@link Paper} and a {@link Clock}.
 */
@Configuration(proxyBeanMethods = false)
@DemoOnly
@Import({
    FakePlatform.class,
    FakeWorkPlatform.class,
    FakeMassPlatform.class,
    FaultFilter.class,
    SimulatorApi.class,
    FaultsApi.class,
    TourApi.class,
    SimulatorPage.class
})
public class SimulatorConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    Clerk simulatorClerk() {
        return new Clerk();
    }

    @Bean
    Feed simulatorFeed(Clock clock) {
        return new Feed(clock);
    }

    @Bean
    Timelines simulatorTimelines(Feed feed, Clock clock, Townspeople people, Notebook notebook) {
        Timelines timelines = new Timelines(feed, clock, notebook);
        people.featured().forEach(resident -> timelines.watch(resident.openId()));
        return timelines;
    }

    @Bean
    Notebook simulatorNotebook(Paper paper, JsonMapper json) {
        return new Notebook(paper, json);
    }

    @Bean
    Journal simulatorJournal(Feed feed, Clock clock) {
        return new Journal(feed, clock);
    }

    @Bean
    Counter simulatorCounter(Journal journal, JsonMapper json, Clerk clerk) {
        return new Counter(journal, json, clerk);
    }

    @Bean
    FaultSwitches simulatorFaults(Feed feed) {
        return new FaultSwitches(feed);
    }

    @Bean
    FakeTokens simulatorTokens(DemoAccount account, Clock clock) {
        return new FakeTokens(account, clock, RandomGenerator.getDefault());
    }

    @Bean
    FakeFollowers simulatorFollowers(Townspeople people, Clock clock, Notebook notebook) {
        return new FakeFollowers(people.everybody(), clock, notebook);
    }

    @Bean
    FakeMassSends simulatorMassSends(
            FakeFollowers followers, Timelines timelines, Feed feed, Clock clock, Notebook notebook) {
        return new FakeMassSends(followers, timelines, feed, clock, notebook);
    }

    @Bean
    MessageXml simulatorMessages(DemoAccount account) {
        return new MessageXml(account);
    }

    @Bean
    FakeRobots simulatorRobots(Neighbourhood neighbourhood, Feed feed, Clock clock, Notebook notebook) {
        return new FakeRobots(neighbourhood, feed, clock, notebook);
    }

    @Bean
    Callback simulatorCallback(
            DemoAccount account, PlatformSide side, Journal journal, Clerk clerk, Environment environment) {
        return new Callback(account, side, () -> ownAddress(environment), journal, PATIENCE, clerk);
    }

    @Bean
    SimulatedResidents simulatedResidents(
            Townspeople people,
            FakeFollowers followers,
            Callback callback,
            MessageXml messages,
            Timelines timelines,
            Clock clock,
            Clerk clerk) {
        return new SimulatedResidents(people, followers, callback, messages, timelines, clock, clerk);
    }

    @Bean
    FakeWorkApp simulatorWorkApp(DemoWorkApp app, Feed feed, Clock clock, Notebook notebook) {
        return new FakeWorkApp(app, feed, clock, RandomGenerator.getDefault(), notebook);
    }

    @Bean
    SimulatedWorkers simulatedWorkers(
            DemoWorkApp app, FakeWorkApp cards, Journal journal, Clerk clerk, Environment environment) {
        Callback taps = new Callback(
                app.callback(),
                app.side(),
                new ReplyXml()::replacement,
                () -> ownAddress(environment),
                journal,
                PATIENCE,
                clerk);
        return new SimulatedWorkers(app, cards, taps, clerk);
    }

    @Bean
    SimulatorStates.Platform simulatorPlatform(
            FakeFollowers followers, Timelines timelines, FakeRobots robots, Journal journal, FaultSwitches faults) {
        return new SimulatorStates.Platform(followers, timelines, robots, journal, faults);
    }

    @Bean
    SimulatorStates simulatorStates(
            DemoAccount account,
            Townspeople people,
            Neighbourhood neighbourhood,
            SimulatorStates.Platform platform,
            SimulatedWorkers workers,
            Feed feed,
            Clerk clerk) {
        return new SimulatorStates(account, people, neighbourhood, platform, workers, feed, clerk);
    }

    @Bean
    ApplicationListener<ContextClosedEvent> simulatorGoodbye(Feed feed) {
        return _ -> feed.close();
    }

    private static URI ownAddress(Environment environment) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }
}
