package cn.huying.bot.dialogue.community;

import cn.huying.bot.answer.Finder;
import cn.huying.bot.content.law.InMemoryLawShelf;
import cn.huying.bot.content.law.LawIntake;
import cn.huying.bot.content.law.LawShelf;
import cn.huying.bot.delivery.allowance.InMemoryQuotaLedger;
import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.dialogue.ConversationStore;
import cn.huying.bot.dialogue.InMemoryConversationStore;
import cn.huying.bot.dialogue.Missed;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Receptionist;
import cn.huying.bot.dialogue.community.CommunityDialogue.Desks;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.dialogue.law.Articles;
import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.place.PlaceResolver;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.lifecycle.Deadlines;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.message.EarlierMessages;
import cn.huying.bot.message.InMemoryInboxStore;
import cn.huying.bot.message.InboxStore;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.request.InMemoryRequestNumbers;
import cn.huying.bot.request.InMemoryServiceRequestStore;
import cn.huying.bot.request.RequestNumbers;
import cn.huying.bot.request.ServiceRequestStore;
import cn.huying.bot.resident.InMemoryResidentStore;
import cn.huying.bot.resident.ResidentStore;
import cn.huying.bot.routing.Router;
import cn.huying.bot.statute.ByCharacters;
import cn.huying.bot.statute.NearbyLaws;
import cn.huying.bot.statute.Statutes;
import cn.huying.bot.taxonomy.reading.LexiconClassifier;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.law.Ranking;
import cn.huying.knowledge.law.RankingFile.Fitted;
import cn.huying.knowledge.law.RankingFile.Offers;
import cn.huying.knowledge.law.text.Law;
import cn.huying.knowledge.shelf.Shelf;
import cn.huying.knowledge.statute.ReadingRoom;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.scheduler.Schedulers;

/** The bot with its shipped files and the demo's community, on stores of one's choice, at noon until the clock is moved. */
public final class Community {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> REGIONS = List.of("向晴社区", "听雨街道", "青禾区");

    /** Laws are read by their names only: without an encoder there is no library, and its folder is not touched. */
    private static final ReadingRoom NO_ENCODER = new ReadingRoom(
            new Shelf(Path.of("none")),
            Path.of("none"),
            Meanings.atOnce(ByCharacters.ENCODER),
            () -> new Fitted(Ranking.UNFITTED, "", Offers.NONE));

    public final TestClock clock;
    public final Stores stores;
    public final Requests requests;
    private final ReadingRoom room;
    private final Statutes statutes;
    private final NearbyLaws nearby;
    final CommunityDialogue dialogue;
    final Receptionist receptionist;
    final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());

    /** Everything that outlives a restart. */
    public record Stores(
            InboxStore inbox,
            ConversationStore conversations,
            ResidentStore residents,
            ServiceRequestStore requests,
            RequestNumbers numbers,
            QuotaLedger quotas,
            EarlierMessages earlier,
            LawShelf laws) {
        static Stores inMemory(Clock clock) {
            InMemoryInboxStore inbox = new InMemoryInboxStore(clock);
            return new Stores(
                    inbox,
                    new InMemoryConversationStore(clock),
                    new InMemoryResidentStore(),
                    new InMemoryServiceRequestStore(),
                    new InMemoryRequestNumbers(),
                    new InMemoryQuotaLedger(clock),
                    inbox,
                    new InMemoryLawShelf());
        }
    }

    /** What was asked and not answered well. */
    List<Missed> missed() {
        return outcomes.stream().map(Outcome::missed).flatMap(Optional::stream).toList();
    }

    public Community(Stores stores, TestClock clock) {
        this(stores, clock, NO_ENCODER);
    }

    /** @param room where libraries of laws are made */
    Community(Stores stores, TestClock clock, ReadingRoom room) {
        this.room = room;
        this.stores = stores;
        this.clock = clock;
        this.statutes = new Statutes(stores.laws());
        this.nearby = new NearbyLaws(statutes, stores.laws(), room, Schedulers.immediate(), clock, ZONE);
        Phrases phrases = new Phrases(Shipped.TEXTS);
        Deadlines deadlines = Deadlines.standard(ZONE).resolvingWithin(Shipped.TAXONOMY::limit);
        LifeCycle lifeCycle = new LifeCycle(
                deadlines, new Notices(URI.create("https://huying.example"), ZONE), Shipped.RULES.threshold());
        this.requests = new Requests(stores.requests(), stores.numbers(), lifeCycle, aggregate -> {}, clock);
        this.dialogue = new CommunityDialogue(Shipped.SCREEN, Shipped.INTENTS, desks(phrases), phrases, clock);
        this.receptionist = new Receptionist(
                stores.inbox(), stores.conversations(), stores.quotas(), dialogue, outcomes::add, id -> {}, clock);
    }

    /** With these laws on its shelf from now on. */
    Community withLaws(Law... laws) {
        LawIntake intake = new LawIntake(stores.laws(), Schedulers.immediate());
        intake.take(List.of(laws), Function.identity(), _ -> {}).block();
        return following();
    }

    /** As it is a moment later: what changed on the shelf is seen. */
    Community following() {
        statutes.follow().block();
        nearby.follow().block();
        return this;
    }

    private Desks desks(Phrases phrases) {
        PlaceResolver places = new PlaceResolver(DemoTree.TREE);
        Homes homes = new Homes(stores.residents(), places, phrases);
        Router router = new Router(DemoTree.TREE, Shipped.RULES);
        Intake intake = new Intake(Shipped.TAXONOMY, DemoTree.TREE, router, stores.residents(), requests);
        Reporting reporting = new Reporting(new LexiconClassifier(Shipped.TAXONOMY), places, homes, intake, phrases);
        Amendments amendments = new Amendments(places, intake, phrases);
        Finder finder = Finder.onTheSpot(Shipped.KNOWLEDGE);
        Answers answers = new Answers(finder, REGIONS, ZONE, phrases);
        return new Desks(
                answers,
                new AfterAnswers(stores.earlier(), answers, Shipped.INTENTS, phrases),
                articles(finder),
                reporting,
                new Alarms(places, homes, intake, phrases),
                homes,
                new Inquiries(stores.residents(), requests, phrases),
                new Sequels(stores.residents(), requests, reporting, amendments, phrases),
                amendments);
    }

    Articles articles(Finder finder) {
        return new Articles(new Articles.Laws(statutes, nearby), finder, ZONE, new Phrases(Shipped.TEXTS));
    }

    static Community inMemory() {
        TestClock clock = new TestClock(Messages.NOON);
        return new Community(Stores.inMemory(clock), clock);
    }

    /** Everything new but the stores and the time. */
    Community restarted() {
        return new Community(stores, clock, room).following();
    }

    public Talk with(int resident) {
        return new Talk(this, Messages.sender(resident));
    }
}
