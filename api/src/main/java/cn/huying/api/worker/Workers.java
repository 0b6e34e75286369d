package cn.huying.api.worker;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.core.userdetails.UserDetails;
import reactor.core.publisher.Mono;

/** Everybody who can sign in. */
public final class Workers implements ReactiveUserDetailsService {
    private final Map<String, Worker> byId;

    public Workers(List<Worker> workers) {
        this.byId = workers.stream().collect(Collectors.toUnmodifiableMap(Worker::id, Function.identity()));
    }

    @Override
    public Mono<UserDetails> findByUsername(String id) {
        return Mono.justOrEmpty(byId.get(id));
    }
}
