package cn.huying.api.bench.cards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Any number of invented workers of the first grid, all of whom a request there concerns. */
record Crew(int size) {
    static String name(int number) {
        return "网格员" + number + "号";
    }

    /** The name of one of them. */
    static String nameOf(String worker) {
        return name(Integer.parseInt(worker.substring("worker".length())));
    }

    /** A community like the given one, with this crew for its rota. */
    Path writtenInto(Path original, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        StringBuilder rota = new StringBuilder("workers:\n");
        for (int n = 1; n <= size; n++) {
            rota.append("  - {id: worker%d, name: %s, grid: g01}\n".formatted(n, name(n)));
        }
        rota.append("duty:\n  - {grid: g01, worker: worker1, stand-in: worker2}\n");
        Files.writeString(copy.resolve("staff/rota.yml"), rota);
        return copy;
    }
}
