package cn.huying.api.console;

import java.util.Objects;
import org.webjars.WebJarVersionLocator;

/** Where the style sheet and the script of the pages lie, with their versions in the address. */
public record Assets(String tabler, String htmx) {
    static Assets packed() {
        WebJarVersionLocator jars = new WebJarVersionLocator();
        return new Assets(
                address(jars, "tabler__core", "dist/css/tabler.min.css"),
                address(jars, "htmx.org", "dist/htmx.min.js"));
    }

    private static String address(WebJarVersionLocator jars, String name, String file) {
        return "/webjars/" + Objects.requireNonNull(jars.path(name, file), name);
    }
}
