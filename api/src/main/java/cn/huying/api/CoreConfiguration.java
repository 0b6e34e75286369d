package cn.huying.api;

import cn.huying.api.mongo.Mongo;
import cn.huying.api.mongo.MongoConversationStore;
import cn.huying.api.mongo.MongoInboxStore;
import cn.huying.api.mongo.MongoLateReplies;
import cn.huying.api.mongo.resident.MongoResidentStore;
import cn.huying.api.settings.Settings;
import cn.huying.api.spool.SpooledInbox;
import cn.huying.bot.answer.Finder;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.sending.SendReports;
import cn.huying.bot.delivery.Courier;
import cn.huying.bot.delivery.OutboxDispatcher;
import cn.huying.bot.delivery.OutboxHints;
import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.delivery.channel.CustomerService;
import cn.huying.bot.delivery.channel.GroupRobot;
import cn.huying.bot.delivery.channel.RobotBucket;
import cn.huying.bot.dialogue.Receptionist;
import cn.huying.bot.dialogue.Tally;
import cn.huying.bot.dialogue.community.AfterAnswers;
import cn.huying.bot.dialogue.community.Alarms;
import cn.huying.bot.dialogue.community.Amendments;
import cn.huying.bot.dialogue.community.Answers;
import cn.huying.bot.dialogue.community.CommunityDialogue;
import cn.huying.bot.dialogue.community.CommunityDialogue.Desks;
import cn.huying.bot.dialogue.community.Homes;
import cn.huying.bot.dialogue.community.Inquiries;
import cn.huying.bot.dialogue.community.Intake;
import cn.huying.bot.dialogue.community.Reporting;
import cn.huying.bot.dialogue.community.Sequels;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.dialogue.law.Articles;
import cn.huying.bot.grid.place.PlaceResolver;
import cn.huying.bot.handling.RequestOutbox;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.Superiors;
import cn.huying.bot.handling.Supervision;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.request.RequestNumbers;
import cn.huying.bot.request.ServiceRequestStore;
import cn.huying.bot.routing.Router;
import cn.huying.bot.statute.NearbyLaws;
import cn.huying.bot.statute.Statutes;
import cn.huying.bot.taxonomy.Classification;
import cn.huying.bot.taxonomy.Classifier;
import cn.huying.bot.taxonomy.reading.LexiconClassifier;
import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The domain: what is decided from the editable files, and the operations on the stores. */
@Configuration(proxyBeanMethods = false)
class CoreConfiguration {
    private static final int MOST_READ_LATELY = 1_000;
    private static final Duration READ_LATELY = Duration.ofMinutes(1);

    @Bean
    EditableFiles editableFiles(Settings settings) {
        return EditableFiles.load(settings);
    }

    @Bean
    RequestOutbox requestOutbox(ServiceRequestStore store) {
        return new RequestOutbox(store);
    }

    @Bean(destroyMethod = "dispose")
    Scheduler outboxScheduler() {
        return Schedulers.newSingle("outbox", true);
    }

    @Bean
    OutboxDispatcher outboxDispatcher(
            RequestOutbox requests,
            MongoLateReplies lateReplies,
            Courier courier,
            Clock clock,
            Scheduler outboxScheduler) {
        return new OutboxDispatcher(List.of(requests, lateReplies), courier, clock, outboxScheduler);
    }

    @Bean
    Courier courier(
            GroupRobot robot,
            RobotBucket bucket,
            CustomerService customerService,
            QuotaLedger quotas,
            EditableFiles files,
            WorkAppConfiguration.Cards cards) {
        return new Courier(robot, bucket, customerService, quotas, files.texts(), cards.courier());
    }

    @Bean
    Requests requests(
            ServiceRequestStore store,
            RequestNumbers numbers,
            EditableFiles files,
            OutboxDispatcher dispatcher,
            RequestOutbox outbox,
            Clock clock) {
        LifeCycle lifeCycle = files.lifeCycle();
        return new Requests(store, numbers, lifeCycle, dispatcher.hints(outbox), clock);
    }

    @Bean
    Supervision supervision(
            ServiceRequestStore store,
            EditableFiles files,
            OutboxDispatcher dispatcher,
            RequestOutbox outbox,
            Clock clock) {
        Superiors superiors = new Superiors(files.tree());
        return new Supervision(store, files.lifeCycle(), superiors, dispatcher.hints(outbox), clock);
    }

    @Bean
    Answers answers(EditableFiles files, Finder finder, Settings settings) {
        return new Answers(finder, files.regions(), settings.zone(), new Phrases(files.texts()));
    }

    @Bean
    Articles articles(EditableFiles files, Statutes statutes, NearbyLaws nearby, Finder finder, Settings settings) {
        return new Articles(new Articles.Laws(statutes, nearby), finder, settings.zone(), new Phrases(files.texts()));
    }

    @Bean
    CommunityDialogue dialogue(
            EditableFiles files,
            Answers answers,
            MongoResidentStore residents,
            Requests requests,
            MongoInboxStore inbox,
            Articles articles,
            Clock clock) {
        Phrases phrases = new Phrases(files.texts());
        PlaceResolver places = new PlaceResolver(files.tree());
        Classifier classifier = readingOnce(new LexiconClassifier(files.taxonomy()));
        Router router = new Router(files.tree(), files.rules());
        Homes homes = new Homes(residents, places, phrases);
        Intake intake = new Intake(files.taxonomy(), files.tree(), router, residents, requests);
        Reporting reporting = new Reporting(classifier, places, homes, intake, phrases);
        Amendments amendments = new Amendments(places, intake, phrases);
        Desks desks = new Desks(
                answers,
                new AfterAnswers(inbox, answers, files.intents(), phrases),
                articles,
                reporting,
                new Alarms(places, homes, intake, phrases),
                homes,
                new Inquiries(residents, requests, phrases),
                new Sequels(residents, requests, reporting, amendments, phrases),
                amendments);
        return new CommunityDialogue(files.screen(), files.intents(), desks, phrases, clock);
    }

    /** On their way through the dialogue the same words, and their clauses, are read up to ten times. */
    private static Classifier readingOnce(Classifier lexicon) {
        Cache<String, Classification> lately = Mongo.lately(MOST_READ_LATELY, READ_LATELY);
        return words -> lately.get(words, lexicon::classify);
    }

    /** Names the hints of the late replies among the beans. */
    record LateReplyHints(OutboxHints hints) {}

    @Bean
    LateReplyHints lateReplyHints(OutboxDispatcher dispatcher, MongoLateReplies lateReplies) {
        return new LateReplyHints(dispatcher.hints(lateReplies));
    }

    @Bean
    Receptionist reception(
            SpooledInbox inbox,
            MongoConversationStore conversations,
            QuotaLedger quotas,
            CommunityDialogue dialogue,
            Broadcasts broadcasts,
            Tally tally,
            LateReplyHints hints,
            Clock clock) {
        SendReports hearing = new SendReports(broadcasts, dialogue);
        return new Receptionist(inbox, conversations, quotas, hearing, tally, hints.hints(), clock);
    }
}
