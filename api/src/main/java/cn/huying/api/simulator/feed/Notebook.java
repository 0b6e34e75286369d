package cn.huying.api.simulator.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the platform writes down, so that phones, groups, cards and their codes outlive the program as they do at the real one. Written
 * before the caller is answered, by the clerk alone.
 */
public final class Notebook {
    static final int KEPT = 20_000;
    private static final Logger LOG = LoggerFactory.getLogger(Notebook.class);

    private final Paper paper;
    private final JsonMapper json;
    private final List<Note> known;

    /** Reads what an earlier run left, and writes it out anew without what was overtaken. */
    public Notebook(Paper paper, JsonMapper json) {
        this.paper = paper;
        this.json = json;
        List<String> lines = paper.lines();
        Map<String, Note> newest = new LinkedHashMap<>();
        lines.stream().flatMap(this::read).forEach(note -> newest.put(note.name(), note));
        this.known =
                newest.values().stream().skip(Math.max(0, newest.size() - KEPT)).toList();
        paper.begin(known.stream().map(this::line).toList());
    }

    /** A notebook without a page, for where nothing need be known the next time. */
    public static Notebook none() {
        return new Notebook(Paper.none(), new JsonMapper());
    }

    /** What an earlier run wrote down of this kind, oldest first. */
    public <N extends Note> List<N> known(Class<N> kind) {
        return known.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The same of all kinds. */
    public List<Note> known() {
        return known;
    }

    public void write(Note note) {
        paper.add(line(note));
    }

    private String line(Note note) {
        return json.writeValueAsString(note);
    }

    /** Another build may have written something else. */
    private Stream<Note> read(String line) {
        try {
            return Stream.of(json.readValue(line, Note.class));
        } catch (JacksonException unknown) {
            LOG.warn("a note of the platform's cannot be read any more");
            return Stream.empty();
        }
    }
}
