package cn.huying.api;

import cn.huying.api.job.Every;
import cn.huying.api.job.Running;
import cn.huying.api.mongo.MessageBytes;
import cn.huying.api.mongo.MongoInboxStore;
import cn.huying.api.settings.Settings;
import cn.huying.api.spool.Spool;
import cn.huying.api.spool.SpooledInbox;
import cn.huying.bot.envelope.Keyring;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Where messages are kept while MongoDB is away, and when they are handed in. */
@Configuration(proxyBeanMethods = false)
class SpoolConfiguration {
    private static final Duration HAND_IN = Duration.ofSeconds(2);

    @Bean
    Spool spool(Settings settings, Keyring keyring, MeterRegistry meters) throws IOException {
        Spool spool = Spool.open(settings.data().resolve("spool"), keyring, Spool.Limits.standard());
        Gauge.builder("huying.spool.bytes", spool, Spool::bytes).register(meters);
        return spool;
    }

    @Bean
    @Primary
    SpooledInbox spooledInbox(MongoInboxStore inbox, Spool spool, EditableFiles files, Clock clock) {
        SpooledInbox.Form form = new SpooledInbox.Form(MessageBytes::of, MessageBytes::parse);
        return new SpooledInbox(inbox, spool, form, SpoolConfiguration::isAway, files.texts(), clock);
    }

    /** A write the server itself refused would be refused again. */
    static boolean isAway(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof MongoException && !(failure instanceof MongoWriteException);
    }

    @Bean
    Running spoolHandIn(SpooledInbox inbox) {
        return Running.of(new Every("spooled messages handed in", HAND_IN, inbox::handIn));
    }
}
