package cn.huying.bot.broadcast.sending;

import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.broadcast.Muster.Exclusion;
import cn.huying.bot.broadcast.audience.Batch;
import cn.huying.bot.broadcast.audience.BatchId;
import cn.huying.bot.broadcast.audience.Recipient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides recipients into batches as they come by, without ever holding them all. The first mass sends are small, so that something goes
 * out at once and a mistake can be stopped early.
 */
final class Portions {
    static final int FIRST_MASS_SENDS = 10;
    static final int SMALL_MASS_SEND = 1_000;

    /** Few, because all that one replica was about to send when it died is uncertain. */
    static final int MESSAGES = 20;

    private final Broadcast broadcast;
    private final Instant now;
    private final Map<String, List<Recipient>> gathered = new LinkedHashMap<>();
    private final Map<Exclusion, Integer> excluded = new EnumMap<>(Exclusion.class);
    private int batches;
    private int massSends;
    private int written;

    Portions(Broadcast broadcast, Instant now) {
        this.broadcast = broadcast;
        this.now = now;
    }

    record Portion(Batch batch, List<Recipient> recipients) {}

    /** The portion this recipient makes full, if it does. */
    List<Portion> take(Recipient recipient) {
        return switch (recipient) {
            case Recipient.Group _ -> List.of(portion(Channel.GROUP, "", List.of(recipient)));
            case Recipient.Resident(var _, var as) -> {
                String account = as.appId().value();
                List<Recipient> waiting = gathered.computeIfAbsent(account, _ -> new ArrayList<>());
                waiting.add(recipient);
                yield full(account, waiting);
            }
        };
    }

    private List<Portion> full(String account, List<Recipient> waiting) {
        boolean mass = broadcast.audience().channels().contains(Channel.MASS_SEND);
        int size = !mass ? MESSAGES : massSends < FIRST_MASS_SENDS ? SMALL_MASS_SEND : MassSender.MOST;
        // two are kept back, as the platform takes no list of one and the last list may be short
        int kept = mass ? MassSender.FEWEST : 0;
        if (waiting.size() < size + kept) {
            return List.of();
        }
        List<Recipient> part = List.copyOf(waiting.subList(0, size));
        waiting.subList(0, size).clear();
        return List.of(portion(mass ? Channel.MASS_SEND : Channel.CUSTOMER_SERVICE, account, part));
    }

    /** What is left when nobody comes any more. */
    List<Portion> rest() {
        List<Portion> rest = new ArrayList<>();
        gathered.forEach((account, waiting) -> {
            if (!waiting.isEmpty()) {
                boolean mass = broadcast.audience().channels().contains(Channel.MASS_SEND)
                        && waiting.size() >= MassSender.FEWEST;
                rest.add(portion(mass ? Channel.MASS_SEND : Channel.CUSTOMER_SERVICE, account, List.copyOf(waiting)));
            }
        });
        return rest;
    }

    private Portion portion(Channel channel, String account, List<Recipient> recipients) {
        batches++;
        massSends += channel == Channel.MASS_SEND ? 1 : 0;
        written += recipients.size();
        BatchId id = new BatchId(broadcast.id(), broadcast.muster().edition(), batches);
        Batch batch = Batch.fresh(id, channel, account, broadcast.rank(), recipients.size(), now);
        return new Portion(batch, recipients);
    }

    void exclude(Exclusion reason) {
        excluded.merge(reason, 1, Integer::sum);
    }

    int written() {
        return written;
    }

    Map<Exclusion, Integer> excluded() {
        return excluded;
    }
}
