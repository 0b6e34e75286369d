package cn.huying.api.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the platform's hosts answer: an errcode, and for some calls more. Always with HTTP 200, as they do. */
record Answer(int code, String message, Map<String, Object> more) {
    static final Answer OK = new Answer(0, "ok", Map.of());

    static Answer error(int code, String message) {
        return new Answer(code, message, Map.of());
    }

    /** A token answer carries no errcode when all is well. */
    static Answer token(String token, long seconds) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("access_token", token);
        more.put("expires_in", seconds);
        return new Answer(0, "ok", more);
    }

    boolean ok() {
        return code == 0;
    }

    Map<String, Object> body() {
        if (!more.isEmpty()) {
            return more;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errcode", code);
        body.put("errmsg", message);
        return body;
    }
}
