package cn.huying.api.simulator.feed;

import java.util.List;
import java.util.function.Consumer;

/** Where notes are kept over restarts, line by line. Never fails: what cannot be read or written is not there the next time. */
public interface Paper {
    /** What an earlier run left, line by line in the order it was written: there may be far more than anybody keeps. */
    void read(Consumer<String> line);

    /** Puts these lines in the place of everything there is. */
    void begin(List<String> lines);

    void add(String line);

    /** Everything is forgotten with the process. */
    static Paper none() {
        return new Paper() {
            @Override
            public void read(Consumer<String> line) {}

            @Override
            public void begin(List<String> lines) {}

            @Override
            public void add(String line) {}
        };
    }
}
