package cn.huying.api.worker;

import java.net.URI;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.DefaultUriBuilderFactory.EncodingMode;

/** Addresses that reach the server as they are written. */
final class RawAddresses {
    private RawAddresses() {}

    static DefaultUriBuilderFactory at(URI base) {
        DefaultUriBuilderFactory factory = new DefaultUriBuilderFactory(base.toString());
        factory.setEncodingMode(EncodingMode.NONE);
        return factory;
    }
}
