package cn.huying.api.simulator.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the platform's hosts answer: an errcode, and for some calls more. Always with HTTP 200, as they do. */
public record Answer(int code, String message, Map<String, Object> more) {
    public static final Answer OK = new Answer(0, "ok", Map.of());

    public static Answer error(int code, String message) {
        return new Answer(code, message, Map.of());
    }

    /** A token answer carries no errcode when all is well. */
    public static Answer token(String token, long seconds) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("access_token", token);
        more.put("expires_in", seconds);
        return new Answer(0, "ok", more);
    }

    public boolean ok() {
        return code == 0;
    }

    public Map<String, Object> body() {
        if (!more.isEmpty()) {
            return more;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errcode", code);
        body.put("errmsg", message);
        return body;
    }
}
