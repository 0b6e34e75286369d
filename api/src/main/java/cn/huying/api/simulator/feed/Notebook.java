package cn.huying.api.simulator.feed;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
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

    /** What was written last, however long ago it was written first. */
    private static final class Newest {
        private final SequencedMap<String, Placed> byName = new LinkedHashMap<>();
        private long places;

        /** @param place a changed card stays where it was among the others */
        private record Placed(long place, Note note) {}

        void take(Note note) {
            Placed before = byName.remove(note.name());
            byName.put(note.name(), new Placed(before == null ? places++ : before.place(), note));
            if (byName.size() > KEPT) {
                byName.pollFirstEntry();
            }
        }

        List<Note> inOrder() {
            return byName.values().stream()
                    .sorted(Comparator.comparingLong(Placed::place))
                    .map(Placed::note)
                    .toList();
        }
    }

    private final Paper paper;
    private final JsonMapper json;
    private final List<Note> known;

    /** Reads what an earlier run left, and writes it out anew without what was overtaken. */
    public Notebook(Paper paper, JsonMapper json) {
        this.paper = paper;
        this.json = json;
        Newest newest = new Newest();
        paper.read(line -> read(line).forEach(newest::take));
        this.known = newest.inOrder();
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
