package cn.huying.api.simulator.fault;

import java.util.Locale;
import java.util.Optional;

/** A host of the platform that can be made to fail. */
public enum FaultyHost {
    WECHAT,
    WECOM;

    private static final String PREFIX = "/simulator/platform/";

    /** The host a call goes to; empty for what is no call, and for tokens: they are the way to everything else and stay well. */
    static Optional<FaultyHost> of(String path) {
        for (FaultyHost host : values()) {
            String own = PREFIX + host.name().toLowerCase(Locale.ROOT) + '/';
            if (path.startsWith(own)) {
                return path.endsWith("token") ? Optional.empty() : Optional.of(host);
            }
        }
        return Optional.empty();
    }

    /** What the caller asked the host for. */
    String asked(String path) {
        return path.substring(PREFIX.length() + name().length());
    }
}
