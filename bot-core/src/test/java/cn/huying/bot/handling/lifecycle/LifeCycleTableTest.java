package cn.huying.bot.handling.lifecycle;

import static cn.huying.bot.request.Sample.T0;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.handling.lifecycle.Next.Refusal;
import cn.huying.bot.handling.lifecycle.Next.Refused;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.taxonomy.Level;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every state × every action × every actor against a table that was written down independently of the code. */
final class LifeCycleTableTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Set<String> OPEN = Set.of(
            "SUBMITTED",
            "TRIAGE",
            "NEEDS_INFO",
            "DISPATCHED",
            "RETURN_PENDING",
            "SIGNED",
            "IN_PROGRESS",
            "SCHEDULED",
            "EXTERNAL",
            "DEFER_PENDING",
            "DEFERRED",
            "REWORK");
    private static final Set<String> RUNNING = Set.of(
            "SUBMITTED",
            "TRIAGE",
            "DISPATCHED",
            "RETURN_PENDING",
            "SIGNED",
            "IN_PROGRESS",
            "SCHEDULED",
            "EXTERNAL",
            "REWORK");

    private final LifeCycle lifeCycle =
            new LifeCycle(Deadlines.standard(ZONE), new Notices(URI.create("https://huying.example"), ZONE), 0.5);

    /** What the table says about one state and verb. */
    private record Expected(String to, Set<Role> who) {}

    @Test
    void lifeCycleShouldDoWhatIsWrittenAndRefuseEverythingElse() throws IOException {
        Map<String, Expected> written = written();
        int moved = 0;
        int refused = 0;
        for (RequestState state : RequestState.values()) {
            for (Verb verb : Verb.values()) {
                for (Role role : Role.values()) {
                    Expected expected = written.get(state + " " + verb);
                    Next next = attempt(state, verb, role);
                    if (expected == null) {
                        assertThat(next).isEqualTo(new Refused(new Refusal.NotFromHere(state, verb)));
                        refused++;
                    } else if (!expected.who().contains(role)) {
                        assertThat(next).isEqualTo(new Refused(new Refusal.NotYours(verb, role)));
                        refused++;
                    } else {
                        assertMoved(next, state, verb, expected);
                        moved++;
                    }
                }
            }
        }
        System.out.printf(
                "life cycle: %d states x %d actions x %d actors = %d combinations, %d allowed, %d refused%n",
                RequestState.values().length,
                Verb.values().length,
                Role.values().length,
                moved + refused,
                moved,
                refused);
        assertThat(moved + refused)
                .isEqualTo(RequestState.values().length * Verb.values().length * Role.values().length);
    }

    @Test
    void everyStateShouldBeReachableAndEveryActionUsed() throws IOException {
        Set<String> used = written().keySet();
        assertThat(Verb.values()).allMatch(verb -> used.stream().anyMatch(row -> row.endsWith(" " + verb)));
        Set<String> reached = written().values().stream().map(Expected::to).collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(EnumSet.of(RequestState.DRAFT)))
                .allMatch(state -> reached.contains(state.name()));
    }

    @Test
    void everyRowOfTheCodeShouldBeWritten() throws IOException {
        assertThat(Transitions.ALL).hasSameSizeAs(written().entrySet());
    }

    private static void assertMoved(Next next, RequestState state, Verb verb, Expected expected) {
        assertThat(next).as("%s %s", state, verb).isInstanceOf(Moved.class);
        ServiceRequest after = ((Moved) next).request();
        String to =
                switch (expected.to()) {
                    case "same" -> state.name();
                    case "previous" -> "SIGNED";
                    default -> expected.to();
                };
        assertThat(after.state().name()).as("%s %s", state, verb).isEqualTo(to);
        assertThat(after.history().getLast().verb()).isEqualTo(verb);
        assertThat(after.history().getLast().from()).isEqualTo(state);
        assertThat(after.history().getLast().to().name()).isEqualTo(to);
    }

    private Next attempt(RequestState state, Verb verb, Role role) {
        Scene scene = Scene.of(verb, state);
        Actor actor = Actor.staff(role, "somebody", Level.DISTRICT);
        return lifeCycle.apply(scene.request(), scene.action(), actor, T0.plus(scene.later()));
    }

    private static Map<String, Expected> written() throws IOException {
        Map<String, Expected> rows = new HashMap<>();
        for (String line : lines()) {
            List<String> columns = List.of(line.split(";", -1));
            Set<Role> who = Arrays.stream(columns.get(3).split(",", -1))
                    .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toSet());
            states(columns.get(0)).forEach(state -> {
                String key = state + " " + columns.get(1).toUpperCase(Locale.ROOT);
                assertThat(rows.put(key, new Expected(columns.get(2), who)))
                        .as("written twice: " + key)
                        .isNull();
            });
        }
        return rows;
    }

    private static Stream<String> states(String column) {
        return Arrays.stream(column.split(",", -1)).flatMap(state -> switch (state) {
            case "open" -> OPEN.stream();
            case "running" -> RUNNING.stream();
            default -> Stream.of(RequestState.valueOf(state).name());
        });
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = LifeCycleTableTest.class.getResourceAsStream("life-cycle.csv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
