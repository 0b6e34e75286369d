package cn.huying.api.simulator;

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

/**
 * Everything of this package, present only with {@code huying.demo=true}. The application brings a {@link DemoAccount}, a {@link PlatformSide}
 * with the same account's keys, a {@link DemoWorkApp}, a {@link Neighbourhood} and a {@link Clock}.
 */
@Configuration(proxyBeanMethods = false)
@DemoOnly
@Import({FakePlatform.class, FakeMassPlatform.class, FakeQuota.class, SimulatorApi.class, SimulatorPage.class})
public class SimulatorConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    Feed simulatorFeed(Clock clock) {
        return new Feed(clock);
    }

    @Bean
    Timelines simulatorTimelines(Feed feed, Clock clock) {
        return new Timelines(feed, clock);
    }

    @Bean
    Journal simulatorJournal(Feed feed, Clock clock) {
        return new Journal(feed, clock);
    }

    @Bean
    FakeTokens simulatorTokens(DemoAccount account, Clock clock) {
        return new FakeTokens(account, clock, RandomGenerator.getDefault());
    }

    @Bean
    FakeFollowers simulatorFollowers(Clock clock) {
        return new FakeFollowers(DemoResident.all(), clock);
    }

    @Bean
    FakeMassSends simulatorMassSends(FakeFollowers followers, Timelines timelines, Clock clock) {
        return new FakeMassSends(followers, timelines, clock);
    }

    @Bean
    MessageXml simulatorMessages(DemoAccount account) {
        return new MessageXml(account);
    }

    @Bean
    FakeRobots simulatorRobots(Neighbourhood neighbourhood, Feed feed, Clock clock) {
        return new FakeRobots(neighbourhood, feed, clock);
    }

    @Bean
    Callback simulatorCallback(DemoAccount account, PlatformSide side, Journal journal, Environment environment) {
        return new Callback(account, side, () -> ownAddress(environment), journal, PATIENCE);
    }

    @Bean
    SimulatedResidents simulatedResidents(
            DemoAccount account,
            FakeFollowers followers,
            Callback callback,
            Timelines timelines,
            Feed feed,
            Clock clock) {
        return new SimulatedResidents(
                DemoResident.all(), followers, callback, new MessageXml(account), timelines, feed, clock);
    }

    @Bean
    FakeWorkApp simulatorWorkApp(DemoWorkApp app, Feed feed, Clock clock) {
        return new FakeWorkApp(app, feed, clock, RandomGenerator.getDefault());
    }

    @Bean
    SimulatedWorkers simulatedWorkers(DemoWorkApp app, FakeWorkApp cards, Journal journal, Environment environment) {
        Callback taps = new Callback(
                app.callback(),
                app.side(),
                new ReplyXml()::replacement,
                () -> ownAddress(environment),
                journal,
                PATIENCE);
        return new SimulatedWorkers(app, cards, taps);
    }

    @Bean
    SimulatorStates simulatorStates(
            DemoAccount account,
            FakeFollowers followers,
            Timelines timelines,
            FakeRobots robots,
            Journal journal,
            Neighbourhood neighbourhood,
            SimulatedWorkers workers) {
        return new SimulatorStates(
                account, DemoResident.all(), followers, timelines, robots, journal, neighbourhood, workers);
    }

    @Bean
    ApplicationListener<ContextClosedEvent> simulatorGoodbye(Feed feed) {
        return _ -> feed.close();
    }

    private static URI ownAddress(Environment environment) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }
}
