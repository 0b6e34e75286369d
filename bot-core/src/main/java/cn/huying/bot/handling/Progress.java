package cn.huying.bot.handling;

import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.Target;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestNumber;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a resident sees of a request of his or her own.
 *
 * @param resolveBy until when it is to be resolved; moves while the clock stands still
 * @param missed what the resident should have been told and was not, oldest first
 */
public record Progress(
        RequestId id,
        RequestNumber number,
        String category,
        String place,
        RequestState state,
        Instant resolveBy,
        List<Target.ResidentNotice> missed) {
    public Progress {
        missed = List.copyOf(missed);
    }

    static Progress of(ServiceRequest request) {
        List<Target.ResidentNotice> missed = request.undelivered().stream()
                .map(OutboxEntry::target)
                .flatMap(target -> target instanceof Target.ResidentNotice notice ? Stream.of(notice) : Stream.empty())
                .toList();
        return new Progress(
                request.id(),
                request.number(),
                request.submission().matter().name(),
                request.submission().place().publicLabel(),
                request.state(),
                request.standing().due().resolve(),
                missed);
    }
}
