package cn.huying.api.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What a crash leaves behind: the files as they are on the disk at this moment, without the owner's lock. */
final class Copies {
    static final Clock CLOCK = Clock.systemUTC();

    private Copies() {}

    static JournaledMongo open(Path folder) {
        return JournaledMongo.open(folder, JournaledMongo.Options.onPort(0), CLOCK);
    }

    static Path of(Path folder, Path target) throws IOException {
        Files.createDirectories(target);
        for (Path file : files(folder, "")) {
            Files.copy(file, target.resolve(file.getFileName()));
        }
        return target;
    }

    static List<Path> files(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    static Path only(Path folder, String prefix) throws IOException {
        List<Path> files = files(folder, prefix);
        if (files.size() != 1) {
            throw new AssertionError("expected one " + prefix + " but found " + files);
        }
        return files.getFirst();
    }
}
