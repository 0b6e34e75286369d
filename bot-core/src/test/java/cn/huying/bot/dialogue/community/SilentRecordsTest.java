package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.Wish;
import cn.huying.bot.dialogue.community.matter.Parting;
import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.CompoundId;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A record printed by mistake, in a log or an exception, must not tell what a resident said. */
class SilentRecordsTest {
    private static final String SECRET = "不可外传的话13800000000";
    private static final Origin ORIGIN = Messages.origin(Messages.sender(1), "1");
    private static final Place PLACE = new Place(
            new GridId("g01"),
            SECRET,
            Optional.of(new CompoundId("c")),
            Optional.of(new BuildingId("b")),
            SECRET,
            SECRET,
            SECRET);
    private static final Draft DRAFT = new Draft(SECRET, Optional.of(PLACE), SECRET, true, Messages.NOON, SECRET);

    @TestFactory
    Stream<DynamicTest> recordsShouldNotPrintWords() {
        return Stream.of(steps(), messages(), intents(), others())
                .flatMap(records -> records)
                .map(holding -> DynamicTest.dynamicTest(
                        holding.getClass().getSimpleName(),
                        () -> assertThat(holding.toString())
                                .doesNotContain(SECRET, "不可外传", "13800000000", "39.29", "83.58")));
    }

    private static Stream<Object> steps() {
        return Stream.of(
                new Step.ChoosingAnswer(List.of("entry"), SECRET),
                new Step.OfferedToRegister(SECRET),
                new Step.Answered("entry", SECRET, true, Messages.NOON),
                new Step.AskedWhat(DRAFT),
                new Step.AskedWhere(DRAFT, 1),
                new Step.ChoosingPlace(DRAFT, List.of(PLACE)),
                new Step.Confirming(DRAFT),
                new Step.ChoosingHome(List.of(PLACE)),
                new Step.ChoosingRequest(List.of("r"), Wish.URGE, SECRET),
                new Step.Reading(SECRET));
    }

    private static Stream<Object> messages() {
        return Stream.of(
                new InboundMessage.Text(ORIGIN, SECRET),
                new InboundMessage.Voice(ORIGIN, "media", SECRET),
                new InboundMessage.Location(ORIGIN, 39.29056, 83.58373, SECRET),
                new InboundMessage.LocationReported(ORIGIN, 39.29056, 83.58373),
                new InboundMessage.Link(ORIGIN, SECRET, SECRET, SECRET),
                new InboundMessage.MenuClicked(ORIGIN, SECRET));
    }

    private static Stream<Object> intents() {
        return Stream.of(
                new Intent.Bind(SECRET),
                new Intent.Ask(SECRET, true),
                new Intent.Report(SECRET),
                new Intent.Urge(SECRET),
                new Intent.Unsolved(SECRET),
                new Intent.Add(SECRET),
                new Intent.Unclear(SECRET));
    }

    private static Stream<Object> others() {
        return Stream.of(
                DRAFT,
                new Reply.Text(SECRET),
                new Hearing(ORIGIN, SECRET, new Step.Confirming(DRAFT), Messages.NOON),
                Turn.say(SECRET, new Step.OfferedToRegister(SECRET), Outcome.Kind.TALKED),
                new Parting.Told(SECRET, SECRET));
    }
}
