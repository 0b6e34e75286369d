package cn.huying.api.browsing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A browser without scripts: keeps cookies, and sends a form back with the hidden fields of the page it last read. */
public final class Visitor {
    private final WebTestClient http;
    private final String login;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String page = "";

    /** @param location where it was sent on to, empty otherwise */
    public record Answer(int status, String location, String body, HttpHeaders headers) {}

    /** @param login the address of the page and of its form */
    public Visitor(WebTestClient http, String login) {
        this.http = http;
        this.login = login;
    }

    public Answer signIn(String name, String password) {
        get(login);
        return post(login, Map.of("username", name, "password", password));
    }

    public Answer get(String address) {
        var request = http.get().uri(address).accept(MediaType.TEXT_HTML);
        Answer answer = answer(request.cookies(all -> cookies.forEach(all::set))
                .exchange()
                .expectBody(String.class)
                .returnResult());
        page = answer.body();
        return answer;
    }

    /** Sends a form of the page that was read last. */
    public Answer post(String address, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        hidden("_csrf").ifPresent(token -> all.putIfAbsent("_csrf", token));
        hidden("seen").ifPresent(seen -> all.putIfAbsent("seen", seen));
        return send(address, all);
    }

    /** Sends exactly these fields. */
    public Answer send(String address, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::set);
        return answer(http.post()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .cookies(all -> cookies.forEach(all::set))
                .bodyValue(form)
                .exchange()
                .expectBody(String.class)
                .returnResult());
    }

    public String page() {
        return page;
    }

    private Optional<String> hidden(String name) {
        int field = page.indexOf("name=\"" + name + "\"");
        int value = page.indexOf("value=\"", Math.max(field, 0)) + "value=\"".length();
        return field < 0 ? Optional.empty() : Optional.of(page.substring(value, page.indexOf('"', value)));
    }

    private Answer answer(EntityExchangeResult<String> result) {
        result.getResponseCookies()
                .values()
                .forEach(set -> set.forEach(cookie -> {
                    if (cookie.getMaxAge().isZero()) {
                        cookies.remove(cookie.getName());
                    } else {
                        cookies.put(cookie.getName(), cookie.getValue());
                    }
                }));
        HttpHeaders headers = result.getResponseHeaders();
        String location =
                Optional.ofNullable(headers.getFirst(HttpHeaders.LOCATION)).orElse("");
        String body = Optional.ofNullable(result.getResponseBody()).orElse("");
        return new Answer(result.getStatus().value(), location, body, headers);
    }
}
