package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Outcome.Kind;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.matter.Matters;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.taxonomy.Classification;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Out of the conversation's hands: what was collected is registered, given to a person, or dropped. */
final class Handover {
    private final Matters matters;
    private final Intake intake;
    private final Phrases phrases;

    Handover(Matters matters, Intake intake, Phrases phrases) {
        this.matters = matters;
        this.intake = intake;
        this.phrases = phrases;
    }

    Mono<Turn> submit(Hearing hearing, Draft draft) {
        Classification matter = matters.about(draft);
        return intake.register(hearing, draft, matter).map(request -> {
            Outcome outcome =
                    Outcome.of(Kind.REGISTERED, matter.category().group().code());
            return andAlso(draft, registered(request, draft), outcome);
        });
    }

    /** 取消: what was being told is dropped; what was told beside it may still be wanted. */
    Turn cancel(Draft draft) {
        return andAlso(draft, phrases.cancelled(false), Outcome.of(Kind.TALKED));
    }

    private Turn andAlso(Draft draft, String text, Outcome outcome) {
        return draft.also().isEmpty()
                ? Turn.say(text, new Step.Idle(), outcome)
                : Turn.say(
                        text + "\n\n" + phrases.alsoOpen(draft.also()),
                        new Step.OfferedToRegister(matters.alsoSomewhere(draft)),
                        outcome);
    }

    /** 人工: a person takes over; what was collected so far goes along. Who only asks again hears the number of the first time. */
    Mono<Turn> callStaff(Hearing hearing) {
        Optional<Draft> draft = Steps.told(hearing.step(), hearing.now());
        return draft.isPresent()
                ? handToStaff(hearing, draft.get())
                : intake.openCallForStaff(hearing)
                        .flatMap(open -> open.map(request -> Mono.just(Turn.say(phrases.requests()
                                        .staffAlreadyCalled(request.number().toString()))))
                                .orElseGet(() -> handToStaff(hearing, Draft.begun(hearing.now()))));
    }

    private Mono<Turn> handToStaff(Hearing hearing, Draft draft) {
        Classification told = matters.about(draft);
        return intake.handToStaff(hearing, draft, told)
                .map(request -> Turn.say(
                        phrases.requests()
                                .staffCalled(
                                        request.number().toString(),
                                        told.isMatter() ? told.category().name() : "",
                                        promise(request)),
                        new Step.Idle(),
                        Kind.HANDED_TO_STAFF));
    }

    private String registered(ServiceRequest request, Draft draft) {
        Submission submission = request.submission();
        return phrases.requests()
                .registered(
                        request.number().toString(),
                        submission.matter().name(),
                        phrases.placeOf(draft),
                        promise(request));
    }

    /** Who has it and until when somebody gets in touch, as far as that is already true. */
    private String promise(ServiceRequest request) {
        Duration limit = Duration.between(
                request.submission().at(), request.standing().due().firstContact());
        return request.standing()
                .assignment()
                .lead()
                .map(unit -> phrases.requests().promiseDispatched(unit.name(), limit))
                .orElseGet(() -> phrases.requests().promiseTriage(limit));
    }
}
