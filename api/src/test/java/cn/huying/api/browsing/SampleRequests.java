package cn.huying.api.browsing;

import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.InMemoryRequestNumbers;
import cn.huying.bot.request.InMemoryServiceRequestStore;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestNumber;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Standing;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Requests from the first grid of the demo's community, kept in memory for pages to show. */
public final class SampleRequests {
    public static final Unit FIRST = new Unit(new GridId("g01"), "第一网格", Level.GRID, true);
    public static final Unit COMMUNITY = new Unit(new GridId("xiangqing"), "向晴社区", Level.COMMUNITY, true);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public final InMemoryServiceRequestStore store = new InMemoryServiceRequestStore();
    public final InMemoryRequestNumbers numbers = new InMemoryRequestNumbers();
    private int last;

    /** What sets one apart from the next. @param lead who has it in hand; nobody could route it when empty */
    private record Said(RequestState state, Optional<Unit> lead, Tier tier, boolean sensitive, String words) {}

    /** Led by the grid. */
    public ServiceRequest in(RequestState state) {
        return ledBy(FIRST, state, Tier.P1, Sample.WORDS);
    }

    public ServiceRequest ledBy(Unit lead, RequestState state, Tier tier, String words) {
        return kept(new Said(state, Optional.of(lead), tier, false, words));
    }

    /** One whose words not everybody may read. */
    public ServiceRequest sensitive(Unit lead, RequestState state) {
        return kept(new Said(state, Optional.of(lead), Tier.P1, true, Sample.WORDS));
    }

    /** One nobody could route. */
    public ServiceRequest waiting(String words) {
        return kept(new Said(RequestState.TRIAGE, Optional.empty(), Tier.P2, false, words));
    }

    public ServiceRequest stored(RequestId id) {
        return Objects.requireNonNull(store.find(id).block(PATIENCE));
    }

    /** Forgets them all: the next test begins with the first. */
    public void clear() {
        store.clear();
        numbers.clear();
        last = 0;
    }

    private ServiceRequest kept(Said said) {
        last++;
        ServiceRequest sample = Sample.in(said.state(), said.tier(), said.sensitive());
        Standing.Assignment nobody = Standing.Assignment.nobody();
        ServiceRequest request = new ServiceRequest(
                Sample.id(7, last),
                new RequestNumber(Sample.DAY, last),
                submission(sample.submission(), said.words()),
                sample.standing().with(said.lead().map(nobody::ledBy).orElse(nobody)),
                said.lead().isPresent()
                        ? sample.history()
                        : List.of(Sample.event(
                                Sample.T0,
                                Actor.system(),
                                Verb.TO_TRIAGE,
                                RequestState.SUBMITTED,
                                RequestState.TRIAGE,
                                "low_confidence")),
                List.of(),
                0);
        numbers.reserve(request.id(), Sample.DAY).block(PATIENCE);
        return Objects.requireNonNull(store.submit(request).block(PATIENCE));
    }

    private Submission submission(Submission sample, String words) {
        Submission.Place place = new Submission.Place(Optional.of(leaf("g01")), "幸福里3栋", Sample.ADDRESS);
        return new Submission(
                sample.requester(), sample.matter(), place, words, sample.at().plusSeconds(last));
    }

    private static GridId leaf(String grid) {
        GridId at = new GridId(grid);
        GridTree tree = DemoTree.TREE;
        while (!tree.isLeaf(at)) {
            at = tree.children(at).getFirst().id();
        }
        return at;
    }
}
