package cn.huying.api.console.channels;

import cn.huying.api.console.Audit;
import cn.huying.api.console.Labels;
import cn.huying.api.console.Member;
import cn.huying.api.console.Pages;
import cn.huying.api.console.Section;
import cn.huying.api.console.Visit;
import cn.huying.api.console.channels.Probe.Finding;
import cn.huying.api.console.channels.Probe.Health;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at every channel when somebody asks. The page is there at once, the findings follow. */
@Controller
public final class ChannelsController {
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final List<Probe> probes;
    private final Labels labels;
    private final Pages pages;
    private final Audit audit;

    public ChannelsController(List<Probe> probes, Labels labels, Pages pages, Audit audit) {
        this.probes = List.copyOf(probes);
        this.labels = labels;
        this.pages = pages;
        this.audit = audit;
    }

    private record Found(Probe probe, Finding finding) {}

    @GetMapping("/console/channels")
    Mono<Rendering> frame(ServerWebExchange exchange, Authentication signedIn) {
        return pages.show(Visit.of(exchange, signedIn), Section.CHANNELS, "channels", Mono.just(""));
    }

    /** The findings alone, to be put into the page. */
    @GetMapping("/console/channels/findings")
    Mono<Rendering> findings(ServerWebExchange exchange, Authentication signedIn) {
        audit.did(Member.of(signedIn), "LOOK_AT_CHANNELS", "channels", "DONE");
        return Flux.fromIterable(probes)
                .flatMapSequential(ChannelsController::look, AT_ONCE)
                .collectList()
                .map(this::page)
                .flatMap(page -> pages.bare(
                        exchange, "channels :: findings", rendering -> rendering.modelAttribute("page", page)));
    }

    private static Mono<Found> look(Probe probe) {
        Finding silent = Finding.bad("等了 " + PATIENCE.toSeconds() + " 秒没有回应", "请检查网络和对方服务");
        return probe.look()
                .timeout(PATIENCE, Mono.just(silent))
                .onErrorResume(error ->
                        Mono.just(Finding.bad("检查时出错：" + error.getClass().getSimpleName(), "请看服务日志")))
                .map(finding -> new Found(probe, finding));
    }

    private ChannelsPage page(List<Found> found) {
        return new ChannelsPage(
                labels.time(labels.now()),
                found.stream()
                        .filter(one -> one.finding().health() == Health.BAD)
                        .count(),
                Stream.of(Probe.Group.values())
                        .map(group -> new ChannelsPage.Part(
                                group.label(),
                                found.stream()
                                        .filter(one -> one.probe().group() == group)
                                        .map(ChannelsController::row)
                                        .toList()))
                        .filter(part -> !part.rows().isEmpty())
                        .toList());
    }

    private static ChannelsPage.Row row(Found found) {
        Finding finding = found.finding();
        String colour =
                switch (finding.health()) {
                    case GOOD -> "green";
                    case DOUBTFUL -> "yellow";
                    case BAD -> "red";
                };
        return new ChannelsPage.Row(
                found.probe().name(), colour, finding.health().label(), finding.told(), finding.mend());
    }
}
