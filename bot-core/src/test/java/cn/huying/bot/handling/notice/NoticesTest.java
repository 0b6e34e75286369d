package cn.huying.bot.handling.notice;

import static cn.huying.bot.request.Sample.GRID;
import static cn.huying.bot.request.Sample.T0;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.Courier;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.Target;
import cn.huying.bot.delivery.Target.GroupPost;
import cn.huying.bot.delivery.Target.ResidentNotice;
import cn.huying.bot.handling.lifecycle.Deadlines;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.handling.lifecycle.Scene;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Standing;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import cn.huying.bot.text.Templates;
import cn.huying.bot.text.TextKey;
import cn.huying.knowledge.load.YamlFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class NoticesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Path TEMPLATES = Path.of(System.getProperty("huying.root", ".."), "config", "templates");

    private final LifeCycle lifeCycle =
            new LifeCycle(Deadlines.standard(ZONE), new Notices(URI.create("https://huying.example"), ZONE), 0.5);
    private final Templates templates = Templates.of(Stream.of("notices.yml", "group.yml")
            .map(file -> YamlFile.read(TEMPLATES.resolve(file)))
            .toList());

    @Test
    void filesShouldHoldExactlyTheTextsTheCodeAsksFor() {
        assertThat(templates.require(Notices.texts()).require(Courier.texts())).isNotNull();
    }

    @Test
    void dispatchShouldTellTheGroupNumberCategoryBuildingAndLinkOnly() {
        GroupPost post =
                (GroupPost) only(after(submitted(Tier.P2, false), new Action.AutoDispatch(GRID), Actor.system()))
                        .target();
        assertThat(post.grid()).isEqualTo(GRID.grid());
        assertThat(post.template()).isEqualTo("group.dispatched.routine");
        assertThat(post.params())
                .containsOnly(
                        Map.entry("number", "HY20261121-0042"),
                        Map.entry("category", "路灯不亮"),
                        Map.entry("unit", "幸福里社区3网格"),
                        Map.entry("place", "幸福里3栋"),
                        Map.entry("link", "https://huying.example/worker/requests/" + Sample.id(1, 1)));
    }

    @Test
    void groupShouldNeverReadAnythingAboutThePersonWhateverHappens() {
        for (ServiceRequest request : everything()) {
            for (OutboxEntry entry : request.outbox()) {
                if (entry.target() instanceof GroupPost post) {
                    String all = post.params().toString();
                    assertThat(all)
                            .doesNotContain(
                                    "501",
                                    "2单元",
                                    "13800000000",
                                    "楼道灯",
                                    Sample.resident(1).value())
                            .doesNotContain(Sample.sender(1).openId().value());
                    assertThat(post.params()).doesNotContainKeys("reply", "question", "words");
                }
            }
        }
    }

    @Test
    void sensitiveMatterShouldNotBePosted() {
        ServiceRequest sent = after(submitted(Tier.P1, true), new Action.AutoDispatch(GRID), Actor.system());
        assertThat(sent.outbox()).isEmpty();
    }

    @Test
    void unitWithoutGroupShouldNotBePosted() {
        Unit quiet = new Unit(GRID.grid(), GRID.name(), Level.GRID, false);
        assertThat(after(submitted(Tier.P3, false), new Action.AutoDispatch(quiet), Actor.system())
                        .outbox())
                .isEmpty();
    }

    @Test
    void emergencyShouldBeUrgentAndSayso() {
        OutboxEntry entry = only(after(submitted(Tier.P0, false), new Action.AutoDispatch(GRID), Actor.system()));
        assertThat(entry.urgent()).isTrue();
        assertThat(((GroupPost) entry.target()).template()).isEqualTo("group.dispatched.emergency");
    }

    @Test
    void registrationShouldNotBePushedForTheReplyTellsIt() {
        ServiceRequest sent = after(submitted(Tier.P3, false), new Action.AutoDispatch(GRID), Actor.system());
        assertThat(notices(sent)).isEmpty();
    }

    @Test
    void residentShouldNotBePushedWhatTheResidentDid() {
        Actor resident = Actor.resident(Sample.resident(1));
        for (Verb verb : Set.of(Verb.SATISFIED, Verb.UNSOLVED, Verb.URGE, Verb.ADD, Verb.WITHDRAW, Verb.REOPEN)) {
            for (RequestState state : RequestState.values()) {
                Scene scene = Scene.of(verb, state);
                Next next = lifeCycle.apply(scene.request(), scene.action(), resident, T0.plus(scene.later()));
                if (next instanceof Moved(ServiceRequest request)) {
                    assertThat(notices(request)).isEmpty();
                }
            }
        }
    }

    @Test
    void groupThatWasPostedShouldHearOfWhatTheResidentAddsOrTakesBack() {
        Actor resident = Actor.resident(Sample.resident(1));
        ServiceRequest sent = Sample.in(RequestState.DISPATCHED);

        assertThat(post(after(sent, new Action.Add("三楼也不亮"), resident)).template())
                .isEqualTo("group.added.routine");
        assertThat(post(after(sent, new Action.Withdraw(false), resident)).template())
                .isEqualTo("group.withdrawn.routine");
        assertThat(post(after(
                                Sample.in(RequestState.SIGNED),
                                new Action.Locate(Sample.place(), Optional.empty()),
                                resident))
                        .template())
                .isEqualTo("group.added.routine");
    }

    @Test
    void groupThatWasNotPostedShouldHearNothingOfIt() {
        Actor resident = Actor.resident(Sample.resident(1));
        ServiceRequest triage = Sample.in(RequestState.TRIAGE);
        ServiceRequest told = Sample.standing(triage, triage.standing().with(Standing.Assignment.nobody()));

        assertThat(after(told, new Action.Withdraw(false), resident).outbox()).isEmpty();
        assertThat(after(told, new Action.Add("三楼也不亮"), resident).outbox()).isEmpty();
        assertThat(after(Sample.in(RequestState.DISPATCHED, Tier.P3, true), new Action.Add("别让邻居知道"), resident)
                        .outbox())
                .isEmpty();
    }

    @Test
    void surveyShouldBringTheReplyInPlainWords() {
        ServiceRequest resolved = after(Sample.in(RequestState.IN_PROGRESS), Scene.action(Verb.RESOLVE), staff());
        assertThat(notices(resolved)).isEmpty();
        ServiceRequest asked = after(resolved, new Action.Plain(Verb.SURVEY), Actor.system());
        ResidentNotice notice = (ResidentNotice) notices(asked).getFirst();
        assertThat(templates.render(notice.template(), notice.params()))
                .contains("HY20261121-0042", "幸福里社区3网格", "灯已换好", "11");
    }

    @Test
    void everyNoticeShouldHaveItsTextAndFitEvenWithTheLongestWords() {
        Set<String> told = new HashSet<>();
        for (ServiceRequest request : everything()) {
            for (Target target : notices(request)) {
                ResidentNotice notice = (ResidentNotice) target;
                told.add(notice.template());
                String words = templates.render(notice.template(), notice.params());
                assertThat(words.getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(Courier.LONGEST_NOTICE_BYTES);
            }
        }
        assertThat(told).hasSizeGreaterThan(15);
    }

    @Test
    void longestQuotesShouldLeaveRoomForTheRest() {
        String longest = "很".repeat(2000);
        for (TextKey key : Notices.texts()) {
            if (key.key().startsWith("notice.")) {
                Map<String, String> params = new HashMap<>();
                key.placeholders().forEach(name -> params.put(name, cut(name, longest)));
                assertThat(templates.render(key.key(), params).getBytes(StandardCharsets.UTF_8))
                        .as(key.key())
                        .hasSizeLessThanOrEqualTo(Courier.LONGEST_NOTICE_BYTES);
            }
        }
    }

    @Test
    void entryIdsShouldBeTheSameWhenComputedAgainAndDifferentForEveryStep() {
        ServiceRequest submitted = submitted(Tier.P3, false);
        ServiceRequest once = after(submitted, new Action.AutoDispatch(GRID), Actor.system());
        ServiceRequest again = after(submitted, new Action.AutoDispatch(GRID), Actor.system());
        ServiceRequest later = after(once, new Action.Plain(Verb.SIGN), Actor.staff(Role.UNIT, "w", Level.GRID));
        assertThat(once.outbox()).isEqualTo(again.outbox());
        assertThat(later.outbox())
                .extracting(OutboxEntry::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    private static String cut(String name, String words) {
        return switch (name) {
            case "number" -> "HY20261121-123456";
            case "date" -> "2026-11-21";
            case "unit", "reference" -> words.substring(0, 20);
            default -> words.substring(0, 90);
        };
    }

    private Stream<ServiceRequest> steps() {
        return Stream.of(RequestState.values())
                .flatMap(state -> Stream.of(Verb.values())
                        .flatMap(verb -> Stream.of(Role.values()).flatMap(role -> moved(state, verb, role))));
    }

    private List<ServiceRequest> everything() {
        return steps().toList();
    }

    private Stream<ServiceRequest> moved(RequestState state, Verb verb, Role role) {
        Scene scene = Scene.of(verb, state);
        Actor actor = Actor.staff(role, "somebody", Level.DISTRICT);
        return lifeCycle.apply(scene.request(), scene.action(), actor, T0.plus(scene.later()))
                        instanceof Moved(ServiceRequest request)
                ? Stream.of(request)
                : Stream.empty();
    }

    private ServiceRequest submitted(Tier tier, boolean sensitive) {
        return Sample.in(RequestState.SUBMITTED, tier, sensitive);
    }

    private ServiceRequest after(ServiceRequest request, Action action, Actor actor) {
        Next next = lifeCycle.apply(request, action, actor, T0.plus(Duration.ofHours(1)));
        assertThat(next).isInstanceOf(Moved.class);
        return ((Moved) next).request();
    }

    private static Actor staff() {
        return Actor.staff(Role.HANDLER, "worker1", Level.GRID);
    }

    private static GroupPost post(ServiceRequest request) {
        return (GroupPost) only(request).target();
    }

    private static OutboxEntry only(ServiceRequest request) {
        assertThat(request.outbox()).hasSize(1);
        return request.outbox().getFirst();
    }

    private static List<Target> notices(ServiceRequest request) {
        return request.outbox().stream()
                .map(OutboxEntry::target)
                .filter(ResidentNotice.class::isInstance)
                .toList();
    }
}
