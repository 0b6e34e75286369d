package cn.huying.api.delivery;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a platform's API is called. Tokens and residents' words travel there, so it is https; plain http only on this machine, for the
 * simulator and for tests.
 *
 * @param value without a slash at the end
 */
public record BaseUrl(String value) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * @param setting the name under which the operator set it, for the refusal
     * @throws ConfigException when it is no such address
     */
    public static BaseUrl of(String setting, String url) {
        String value = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        if (!fits(value)) {
            throw new ConfigException(
                    List.of(new ConfigProblem(setting, 0, "不是可用的接口地址", "应为 https://主机名，不带路径和账号；只有本机地址可以用 http")));
        }
        return new BaseUrl(value);
    }

    private static boolean fits(String value) {
        try {
            URI uri = new URI(value);
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            String host = uri.getHost();
            return bare && host != null && (isPlatform(uri) || isLocal(uri.getScheme(), host));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isPlatform(URI uri) {
        return "https".equals(uri.getScheme()) && isEmpty(uri.getRawPath());
    }

    /** The built-in platform of the demo lives under a path of its own. */
    private static boolean isLocal(@Nullable String scheme, String host) {
        return "http".equals(scheme) && THIS_MACHINE.contains(host);
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
