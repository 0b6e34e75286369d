package cn.huying.api.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/** The answer to a click: where to look next. */
public final class Sent {
    private Sent() {}

    public static Rendering to(String address) {
        return Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
    }
}
