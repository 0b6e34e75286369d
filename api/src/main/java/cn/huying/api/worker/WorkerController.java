package cn.huying.api.worker;

import cn.huying.api.worker.StepForm.Flaws;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.handling.lifecycle.Next.Refused;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.ServiceRequest;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Shows a request and takes the clicks. A click is answered with where to look next, so that going back or reloading repeats nothing. */
@Controller
@RequestMapping("/worker")
public final class WorkerController {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Requests requests;
    private final Remit remit;
    private final Sheets sheets;
    private final Scheduler pages;

    /** @param pages where pages are written: a template is read from disk when it is first used */
    public WorkerController(Requests requests, Remit remit, Sheets sheets, Scheduler pages) {
        this.requests = requests;
        this.remit = remit;
        this.sheets = sheets;
        this.pages = pages;
    }

    /** The token of the forms. */
    @ModelAttribute("csrf")
    Mono<CsrfToken> csrf(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return token.publishOn(pages);
    }

    @GetMapping("/login")
    Mono<Rendering> login(ServerWebExchange exchange) {
        var asked = exchange.getRequest().getQueryParams();
        return page(
                exchange,
                Rendering.view("worker/login")
                        .modelAttribute("failed", asked.containsKey("failed"))
                        .modelAttribute("left", asked.containsKey("left")));
    }

    @GetMapping
    Mono<Rendering> home(ServerWebExchange exchange, Authentication signedIn) {
        return page(
                exchange,
                Rendering.view("worker/home")
                        .modelAttribute("worker", worker(signedIn).id()));
    }

    @GetMapping("/requests/{id}")
    Mono<Rendering> request(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String told,
            ServerWebExchange exchange,
            Authentication signedIn) {
        Worker worker = worker(signedIn);
        String notice = Told.ofCode(told).map(sheets::told).orElse("");
        Mono<Rendering> sheet = visible(id, worker).map(request -> sheet(request, worker, notice));
        return page(exchange, sheet.defaultIfEmpty(missing(worker)));
    }

    @PostMapping("/requests/{id}/{step}")
    Mono<Rendering> step(
            @PathVariable String id, @PathVariable String step, ServerWebExchange exchange, Authentication signedIn) {
        Worker worker = worker(signedIn);
        Mono<Rendering> answer = exchange.getFormData()
                .flatMap(data -> Mono.justOrEmpty(Step.ofPath(step)
                        .flatMap(known -> StepForm.of(data).map(form -> new Click(known, form)))))
                .flatMap(click -> visible(id, worker)
                        .filter(request -> remit.handles(worker, request))
                        .flatMap(request -> taken(click, request, worker)));
        return page(exchange, answer.defaultIfEmpty(missing(worker)));
    }

    @ExceptionHandler(TimeoutException.class)
    Mono<Rendering> late(ServerWebExchange exchange) {
        return page(exchange, Rendering.view("worker/late").status(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private record Click(Step step, StepForm form) {}

    private Mono<Rendering> taken(Click click, ServiceRequest request, Worker worker) {
        Flaws flaws = click.form().flaws(click.step());
        if (flaws.any()) {
            Sheet sheet = sheets.of(request, worker);
            return Mono.just(view(sheet, worker, "", click.form(), flaws)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .build());
        }
        StepForm form = click.form();
        return requests.act(
                        request.id(), click.step().action(form), click.step().actor(worker, form.seen()))
                .timeout(PATIENCE)
                .map(next -> elsewhere(request.id(), told(click.step(), next)));
    }

    private static Told told(Step step, Next next) {
        return switch (next) {
            case Moved _ -> Told.done(step);
            case Refused(Next.Refusal reason) -> Told.refused(reason);
        };
    }

    private static Rendering elsewhere(RequestId id, Told told) {
        return Rendering.redirectTo("/worker/requests/" + id.value() + "?told=" + told.code())
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    /** Empty also when it is there and not for this worker to see: nobody learns which ids there are. */
    private Mono<ServiceRequest> visible(String id, Worker worker) {
        return Mono.fromSupplier(() -> new RequestId(id))
                .onErrorComplete(IllegalArgumentException.class)
                .flatMap(requests::find)
                .timeout(PATIENCE)
                .filter(request -> remit.sees(worker, request));
    }

    private Rendering sheet(ServiceRequest request, Worker worker, String notice) {
        Sheet sheet = sheets.of(request, worker);
        return view(sheet, worker, notice, StepForm.empty(sheet.seen()), Flaws.NONE)
                .build();
    }

    private static Rendering.Builder<?> view(Sheet sheet, Worker worker, String notice, StepForm form, Flaws flaws) {
        return Rendering.view("worker/request")
                .modelAttribute("worker", worker.id())
                .modelAttribute("sheet", sheet)
                .modelAttribute("notice", notice)
                .modelAttribute("form", form)
                .modelAttribute("flaws", flaws)
                .modelAttribute("channels", StepForm.Channel.values())
                .modelAttribute("endings", StepForm.Ending.values());
    }

    private static Rendering missing(Worker worker) {
        return Rendering.view("worker/missing")
                .status(HttpStatus.NOT_FOUND)
                .modelAttribute("worker", worker.id())
                .build();
    }

    /**
     * A page is written on the thread that brings the last thing it waits for, so what is slow to come comes before: the session, which the
     * template engine asks for, is fetched on a thread that must not wait.
     */
    private Mono<Rendering> page(ServerWebExchange exchange, Mono<Rendering> rendering) {
        return exchange.getSession().then(rendering).publishOn(pages);
    }

    private Mono<Rendering> page(ServerWebExchange exchange, Rendering.Builder<?> rendering) {
        return page(exchange, Mono.just(rendering.build()));
    }

    private static Worker worker(Authentication signedIn) {
        if (signedIn.getPrincipal() instanceof Worker worker) {
            return worker;
        }
        throw new IllegalStateException("signed in, but not a worker");
    }
}
