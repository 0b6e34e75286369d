package cn.huying.api.console.broadcasts;

import cn.huying.api.console.broadcasts.BroadcastPages.Typed;
import cn.huying.api.form.Posted;
import cn.huying.bot.broadcast.Audience;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.grid.GridId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** Between the form of a draft and what it means. */
final class BroadcastForm {
    private static final Duration USUAL = Duration.ofDays(1);
    private static final String NONE = "NONE";

    private final ZoneId zone;

    BroadcastForm(ZoneId zone) {
        this.zone = zone;
    }

    Typed blank(Instant now, GridId grid) {
        return new Typed("", "", local(now.plus(USUAL)), List.of(grid.value()), Channel.MASS_SEND.name(), true);
    }

    Typed of(Broadcast broadcast) {
        Set<Channel> channels = broadcast.audience().channels();
        return new Typed(
                broadcast.content().title(),
                broadcast.content().text(),
                local(broadcast.content().expires()),
                broadcast.audience().grids().stream().map(GridId::value).toList(),
                channels.stream()
                        .filter(channel -> channel != Channel.GROUP)
                        .map(Enum::name)
                        .findFirst()
                        .orElse(NONE),
                channels.contains(Channel.GROUP));
    }

    static Typed read(MultiValueMap<String, String> form) {
        return new Typed(
                Posted.text(form, "title"),
                Posted.text(form, "text"),
                Posted.text(form, "expires"),
                form.getOrDefault("grids", List.of()),
                Posted.text(form, "channel"),
                form.containsKey("groups"));
    }

    /** Empty when no time was understood. */
    Optional<Instant> expires(Typed typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.expires()).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Audience audience(Typed typed) {
        Set<Channel> channels = EnumSet.allOf(Channel.class).stream()
                .filter(channel -> channel == Channel.GROUP
                        ? typed.groups()
                        : channel.name().equals(typed.channel()))
                .collect(Collectors.toSet());
        return new Audience(typed.grids().stream().map(GridId::new).collect(Collectors.toSet()), channels);
    }

    private String local(Instant at) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
