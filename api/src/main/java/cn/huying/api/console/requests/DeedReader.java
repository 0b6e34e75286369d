package cn.huying.api.console.requests;

import cn.huying.api.console.Member;
import cn.huying.api.console.Scope;
import cn.huying.api.form.Posted;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestNumber;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.action.Action;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/** Understands what was filled in under a button, or says beside each field what is wrong with it. */
final class DeedReader {
    private static final LocalTime END_OF_WORK = LocalTime.of(18, 0);
    private static final Filled NOTHING = Filled.anyhow(Instant.EPOCH);

    private final Scope scope;
    private final Requests requests;
    private final ZoneId zone;

    DeedReader(Scope scope, Requests requests, ZoneId zone) {
        this.scope = scope;
        this.requests = requests;
        this.zone = zone;
    }

    /** @param values as they were typed, to be shown again; @param flaws empty when all is well */
    record Reading(Map<DeedField, String> values, Map<DeedField, String> flaws, Filled filled) {
        static final Reading BLANK = new Reading(Map.of(), Map.of(), NOTHING);

        boolean isFlawed() {
            return !flaws.isEmpty();
        }
    }

    Mono<Reading> read(Deed deed, MultiValueMap<String, String> form, ServiceRequest request, Member member) {
        Map<DeedField, String> values = new EnumMap<>(DeedField.class);
        Map<DeedField, String> flaws = new EnumMap<>(DeedField.class);
        for (DeedField field : deed.fields()) {
            String value = Posted.text(form, field.key());
            values.put(field, value);
            Optional.of(field.flaw(value)).filter(flaw -> !flaw.isEmpty()).ifPresent(flaw -> flaws.put(field, flaw));
        }
        String asker = request.standing().assignment().lead().map(Unit::name).orElse("-");
        Filled filled = new Filled(
                values,
                choice(values, flaws, DeedField.UNIT, scope::unit, NOTHING.unit(), "请从列表里选一个单位"),
                NOTHING.main(),
                choice(values, flaws, DeedField.REASON, DeedReader::reason, NOTHING.reason(), "请从列表里选一个理由"),
                choice(values, flaws, DeedField.UNTIL, this::day, NOTHING.until(), "请写成日期，例如 2026-12-01"),
                asker);
        return deed == Deed.MERGE ? merging(filled, flaws, member) : Mono.just(new Reading(values, flaws, filled));
    }

    private static <T> T choice(
            Map<DeedField, String> values,
            Map<DeedField, String> flaws,
            DeedField field,
            Function<String, Optional<T>> known,
            T otherwise,
            String flaw) {
        if (!values.containsKey(field) || flaws.containsKey(field)) {
            return otherwise;
        }
        return known.apply(values.getOrDefault(field, "")).orElseGet(() -> {
            flaws.put(field, flaw);
            return otherwise;
        });
    }

    /** The other request must be one this member sees, else its number says nothing. */
    private Mono<Reading> merging(Filled filled, Map<DeedField, String> flaws, Member member) {
        return Mono.justOrEmpty(RequestNumber.find(filled.text(DeedField.MAIN)))
                .flatMap(requests::find)
                .filter(main -> scope.sees(member, main))
                .map(ServiceRequest::id)
                .map(main -> new Reading(filled.texts(), flaws, with(filled, main)))
                .switchIfEmpty(Mono.fromSupplier(() -> {
                    flaws.putIfAbsent(DeedField.MAIN, "没有这个编号，请核对");
                    return new Reading(filled.texts(), flaws, filled);
                }));
    }

    private static Filled with(Filled filled, RequestId main) {
        return new Filled(filled.texts(), filled.unit(), main, filled.reason(), filled.until(), filled.asker());
    }

    private static Optional<Action.Decline.Reason> reason(String name) {
        return Stream.of(Action.Decline.Reason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }

    private Optional<Instant> day(String text) {
        try {
            return Optional.of(
                    LocalDate.parse(text).atTime(END_OF_WORK).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
