package cn.huying.api;

import cn.huying.api.console.Audit;
import cn.huying.api.console.Labels;
import cn.huying.api.console.Pages;
import cn.huying.api.console.knowledge.Bookshelf;
import cn.huying.api.console.knowledge.EditionsController;
import cn.huying.api.console.knowledge.EntriesController;
import cn.huying.api.console.knowledge.EntryDesk;
import cn.huying.api.console.knowledge.FormDesk;
import cn.huying.api.console.knowledge.ProposalDesk;
import cn.huying.api.console.knowledge.ProposalsController;
import cn.huying.api.console.knowledge.Shown;
import cn.huying.api.console.knowledge.TryController;
import cn.huying.api.console.knowledge.UnansweredController;
import cn.huying.api.console.knowledge.WritingController;
import cn.huying.api.job.Every;
import cn.huying.api.job.Running;
import cn.huying.api.mongo.content.MongoProposalStore;
import cn.huying.api.mongo.content.MongoUnansweredStore;
import cn.huying.api.mongo.content.MongoVerdictStore;
import cn.huying.api.settings.Settings;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.FollowingKnowledgeBase;
import cn.huying.bot.dialogue.community.Answers;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.repair.Clusters;
import cn.huying.bot.repair.ProposalStore;
import cn.huying.bot.repair.Proposals;
import cn.huying.bot.repair.UnansweredQueue;
import cn.huying.bot.repair.UnansweredStore;
import cn.huying.bot.repair.VerdictQueue;
import cn.huying.bot.repair.VerdictStore;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.encode.Meanings;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What could not be answered, and the changes of the knowledge that wait for a second person. */
@Configuration(proxyBeanMethods = false)
class RepairConfiguration {
    private static final Duration FORGET = Duration.ofHours(1);

    /** As long as other words of residents. */
    private static final Duration QUESTIONS_KEPT = Duration.ofDays(180);

    @Bean
    MongoUnansweredStore unansweredStore(MongoDatabase database, Keyring keyring) {
        MongoUnansweredStore store = new MongoUnansweredStore(database, keyring);
        FirstCall.to(store.prepare());
        return store;
    }

    @Bean
    UnansweredQueue unansweredQueue(UnansweredStore store, Keyring keyring, EditableFiles files, Clock clock) {
        return new UnansweredQueue(store, keyring, files.privateMatters(), SpoolConfiguration::isAway, clock);
    }

    @Bean
    MongoVerdictStore verdictStore(MongoDatabase database) {
        MongoVerdictStore store = new MongoVerdictStore(database);
        FirstCall.to(store.prepare());
        return store;
    }

    @Bean
    VerdictQueue verdictQueue(VerdictStore store, Keyring keyring, FollowingKnowledgeBase knowledge, Clock clock) {
        return new VerdictQueue(store, keyring, () -> knowledge.standing().served(), SpoolConfiguration::isAway, clock);
    }

    /** Comes to an end before the stores do; what is said in the last moment may still be lost. */
    @Bean
    Running mendingQueues(UnansweredQueue unanswered, VerdictQueue verdicts) {
        return new Running(() -> {}, () -> Mono.when(unanswered.drained(), verdicts.drained()));
    }

    @Bean
    MongoProposalStore proposalStore(MongoDatabase database) {
        MongoProposalStore store = new MongoProposalStore(database);
        FirstCall.to(store.prepare());
        return store;
    }

    @Bean
    Running mendingRetention(UnansweredStore unanswered, VerdictStore verdicts, Clock clock) {
        return Running.of(
                new Every(
                        "unanswered questions past their retention",
                        FORGET,
                        () -> unanswered.forget(clock.instant().minus(QUESTIONS_KEPT))),
                new Every(
                        "verdicts past their retention",
                        FORGET,
                        () -> verdicts.forget(clock.instant().minus(QUESTIONS_KEPT))));
    }

    @Bean
    Bookshelf bookshelf(
            Bookshelf.Stores stores,
            FollowingKnowledgeBase knowledge,
            Answers answers,
            EditableFiles files,
            Meanings meanings,
            Settings settings,
            Scheduler consolePages,
            Clock clock) {
        return new Bookshelf(
                stores,
                answers,
                words -> knowledge
                        .now()
                        .tryOut(new Question(
                                words, files.regions(), LocalDate.ofInstant(clock.instant(), settings.zone()))),
                new Clusters.Reading(files.retrieval().questionText()::content, meanings::of),
                consolePages,
                clock);
    }

    @Bean
    Bookshelf.Stores bookshelfStores(
            Editions editions,
            ProposalStore proposals,
            UnansweredStore unanswered,
            VerdictStore verdicts,
            Clock clock) {
        return new Bookshelf.Stores(
                editions, new Proposals(proposals, editions, unanswered, clock), unanswered, verdicts);
    }

    @Bean
    Shown shownKnowledge(Pages pages, Audit audit) {
        return new Shown(pages, audit);
    }

    @Bean
    EntryDesk entryDesk(Answers answers, Labels labels) {
        return new EntryDesk(answers, labels);
    }

    @Bean
    UnansweredController unansweredController(Bookshelf shelf, Labels labels, Shown shown) {
        return new UnansweredController(shelf, labels, shown);
    }

    @Bean
    EntriesController entriesController(Bookshelf shelf, EntryDesk desk, Shown shown) {
        return new EntriesController(shelf, desk, shown);
    }

    @Bean
    WritingController writingController(Bookshelf shelf, EntryDesk desk, EditableFiles files, Shown shown) {
        return new WritingController(shelf, new FormDesk(desk, files.taxonomy(), files.regions()), shown);
    }

    @Bean
    ProposalsController proposalsController(Bookshelf shelf, EntryDesk desk, Labels labels, Shown shown) {
        return new ProposalsController(shelf, new ProposalDesk(desk, labels), shown);
    }

    @Bean
    EditionsController editionsController(Bookshelf shelf, EntryDesk desk, Labels labels, Shown shown) {
        return new EditionsController(shelf, new ProposalDesk(desk, labels), shown);
    }

    @Bean
    TryController tryController(Bookshelf shelf, EntryDesk desk, Shown shown) {
        return new TryController(shelf, desk, shown);
    }
}
