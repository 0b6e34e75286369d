package cn.huying.api.delivery;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * On any failure WxJava logs the address with its access token or robot key, and the body with what a resident wrote. Its loggers stay
 * off, whatever the logging configuration says.
 */
final class QuietLoggers {
    private static final List<String> TALKATIVE =
            List.of("me.chanjar", "cn.binarywang", "com.github.binarywang", "okhttp3");

    private QuietLoggers() {}

    static void silence() {
        for (String name : TALKATIVE) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(Level.OFF);
            }
        }
    }
}
