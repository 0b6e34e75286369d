package cn.huying.api.bench.cards;

import cn.huying.api.bench.cards.CardRun.Options;
import cn.huying.api.bench.cards.CardRun.Report;
import cn.huying.api.bench.cards.Hand.Tapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds what every worker was answered against what the store says.
 *
 * @param signers everybody who signed, by request
 */
record Verdict(List<Tapped> tapped, Map<String, List<String>> signers) {
    Report report(Options options, double seconds) {
        List<String> wrong = new ArrayList<>();
        Map<String, List<Tapped>> byCard = tapped.stream().collect(Collectors.groupingBy(Tapped::card));
        int winners = 0;
        int told = 0;
        for (Map.Entry<String, List<Tapped>> card : byCard.entrySet()) {
            List<String> signed = signers.getOrDefault(card.getKey(), List.of());
            if (signed.size() != 1) {
                wrong.add("签收 " + signed.size() + " 次：" + signed);
                continue;
            }
            String winner = signed.getFirst();
            String expected = Crew.nameOf(winner) + "已接单";
            for (Tapped tap : card.getValue()) {
                if (tap.worker().equals(winner) && tap.words().isEmpty()) {
                    winners++;
                } else if (!tap.worker().equals(winner) && tap.words().equals(expected)) {
                    told++;
                } else {
                    wrong.add(tap.worker() + " 看到「" + tap.words() + "」，接单的是 " + winner);
                }
            }
        }
        int repeated = (int) tapped.stream().filter(tap -> tap.tries() > 1).count();
        return new Report(options.workers(), options.cards(), winners, told, repeated, seconds, wrong);
    }
}
