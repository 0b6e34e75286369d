package cn.huying.api.simulator.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is written stays as long as the test holds it. */
public final class SheetOfPaper implements Paper {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void read(Consumer<String> line) {
        lines.forEach(line);
    }

    @Override
    public void begin(List<String> fresh) {
        lines.clear();
        lines.addAll(fresh);
    }

    @Override
    public void add(String line) {
        lines.add(line);
    }

    /** As they are now; what is changed here has been changed on the paper. */
    public List<String> lines() {
        return lines;
    }
}
