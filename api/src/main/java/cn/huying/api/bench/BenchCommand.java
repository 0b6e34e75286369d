package cn.huying.api.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.huying.api.bench.lab.BenchException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What every bench does around its measurement: speaks UTF-8, writes the figures down, and says in one line why it could not go on. */
abstract class BenchCommand implements Callable<Integer> {
    private static final int MOST_TOLD = 20;

    protected final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Option(names = "--json", paramLabel = "FILE", description = "把同样的数字写成 JSON")
    private Optional<Path> json = Optional.empty();

    /** @return whether everything came out as it must */
    protected abstract boolean measure() throws IOException;

    @Override
    public final Integer call() throws IOException {
        quietDriver();
        try {
            return measure() ? 0 : 1;
        } catch (BenchException failure) {
            out.println(failure.getMessage());
            return 1;
        }
    }

    /** Figures for a script: the same the table shows. */
    protected final void write(Object figures) {
        json.ifPresent(file -> JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(file.toFile(), figures));
    }

    /** The first of what went wrong; the figures tell how many there are. */
    protected final void tell(Collection<String> wrong) {
        wrong.stream().limit(MOST_TOLD).forEach(out::println);
    }

    /** Without the application nothing has told the driver that its settings are no news. */
    private static void quietDriver() {
        if (LoggerFactory.getLogger("org.mongodb.driver") instanceof Logger logger) {
            logger.setLevel(Level.WARN);
        }
    }
}
