package cn.huying.api.alert;

import cn.huying.api.alert.CapReader.Reading;
import cn.huying.bot.alert.Verdict.Reason;
import cn.huying.bot.broadcast.alert.AlertReceipt;
import cn.huying.bot.broadcast.alert.Alerts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The folder into which alerts may be dropped as {@code .xml} files. What was taken goes to {@code done/}, what was refused to
 * {@code refused/} with the reason beside it; while the store is away files stay where they are.
 */
public final class AlertFolder {
    /** A file that changed a moment ago may still be being written. */
    static final Duration SETTLED = Duration.ofSeconds(1);

    private static final int MOST_AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(AlertFolder.class);

    private final Path folder;
    private final Alerts alerts;
    private final Clock clock;
    private final Scheduler files;

    /** @param files where disks may be waited for */
    public AlertFolder(Path folder, Alerts alerts, Clock clock, Scheduler files) {
        this.folder = folder;
        this.alerts = alerts;
        this.clock = clock;
        this.files = files;
    }

    /** Takes what lies there now; gives how many files it moved away. */
    public Mono<Long> sweep() {
        return Mono.fromCallable(this::waiting)
                .subscribeOn(files)
                .flatMapIterable(waiting -> waiting)
                .concatMap(file -> take(file).onErrorResume(error -> {
                    LOG.warn("alert file {} is tried again: {}", file.getFileName(), error.toString());
                    return Mono.empty();
                }))
                .count();
    }

    private List<Path> waiting() throws IOException {
        for (String name : List.of("done", "refused")) {
            Files.createDirectories(folder.resolve(name));
        }
        List<Path> waiting = new ArrayList<>();
        Instant settled = clock.instant().minus(SETTLED);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.xml")) {
            for (Path file : entries) {
                if (waiting.size() < MOST_AT_ONCE
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && !Files.getLastModifiedTime(file).toInstant().isAfter(settled)) {
                    waiting.add(file);
                }
            }
        }
        waiting.sort(null);
        return waiting;
    }

    private Mono<Path> take(Path file) {
        return Mono.fromCallable(() -> CapReader.read(bytes(file)))
                .subscribeOn(files)
                .flatMap(reading -> switch (reading) {
                    case Reading.Readable(var alert) -> alerts.take(alert).flatMap(receipt -> filed(file, receipt));
                    case Reading.Unreadable(Reason reason, String detail) -> refused(file, reason, detail);
                });
    }

    /** One byte more than is allowed tells that there is more. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(CapReader.MOST_BYTES + 1);
        }
    }

    private Mono<Path> filed(Path file, AlertReceipt receipt) {
        return switch (receipt) {
            case AlertReceipt.Refused(Reason reason) -> refused(file, reason, "");
            case AlertReceipt.Drafted _, AlertReceipt.Known _, AlertReceipt.Lifted _ -> moved(file, "done");
        };
    }

    private Mono<Path> refused(Path file, Reason reason, String detail) {
        LOG.warn("alert file {} is refused: {} {}", file.getFileName(), reason, detail);
        String words = reason.words() + "\n" + reason + (detail.isEmpty() ? "" : ": " + detail) + "\n";
        return Mono.fromCallable(() ->
                        Files.writeString(folder.resolve("refused").resolve(file.getFileName() + ".reason"), words))
                .subscribeOn(files)
                .then(moved(file, "refused"));
    }

    private Mono<Path> moved(Path file, String to) {
        return Mono.fromCallable(() -> Files.move(
                        file, folder.resolve(to).resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING))
                .subscribeOn(files);
    }
}
