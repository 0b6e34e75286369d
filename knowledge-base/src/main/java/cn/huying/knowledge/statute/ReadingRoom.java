package cn.huying.knowledge.statute;

import cn.huying.knowledge.encode.Encoder;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.encode.VectorFile;
import cn.huying.knowledge.encode.VectorWork;
import cn.huying.knowledge.law.Article;
import cn.huying.knowledge.law.LawCustom;
import cn.huying.knowledge.law.LawLibrary;
import cn.huying.knowledge.law.Ranking;
import cn.huying.knowledge.law.RankingFile.Fitted;
import cn.huying.knowledge.law.text.Law;
import cn.huying.knowledge.shelf.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where libraries of laws are made and kept. Nothing of it is loaded before there are laws; the index on disk is used as it is where it is of the same
 * laws, and of a new one only what was not encoded before is encoded. One for a folder and a process.
 */
public final class ReadingRoom {
    private static final Logger log = LoggerFactory.getLogger(ReadingRoom.class);
    private final Shelf shelf;
    private final Path vectors;
    private final Meanings meanings;
    private final Supplier<Fitted> fitted;

    /**
     * @param vectors where the vectors of the articles are kept for the next edition of a law
     * @param fitted how articles are ranked and from when on they are offered; read when it is needed
     */
    public ReadingRoom(Shelf shelf, Path vectors, Meanings meanings, Supplier<Fitted> fitted) {
        this.shelf = shelf;
        this.vectors = vectors;
        this.meanings = meanings;
        this.fitted = fitted;
    }

    /** A law's name as it was written where the ranking was fitted: without the state's, wherever it stands. */
    public static String plain(String title) {
        return title.replace(Law.STATE, "");
    }

    /** Whether libraries can be made and asked: the encoder is there. */
    public boolean ready() {
        return meanings.ready();
    }

    /** The library of these laws, if that is the one on disk. Takes some time: not for an event loop. */
    public Optional<StatuteLibrary> standing(List<String> ids) {
        Fitted read = fitted.get();
        return meanings.encoder()
                .flatMap(encoder -> shelf.standing(volume(ids, encoder, List.of())))
                .map(library -> opened(library, read));
    }

    /**
     * A library of these laws, made anew. Takes minutes for tens of thousands of articles.
     *
     * @param articles of all of them, those of a law together in their order
     */
    public StatuteLibrary build(List<String> ids, List<Article> articles) {
        Fitted read = fitted.get();
        Encoder encoder = meanings.encoder().orElseThrow();
        return opened(shelf.open(volume(ids, encoder, articles)), read);
    }

    private LawVolume volume(List<String> ids, Encoder encoder, List<Article> articles) {
        return new LawVolume(ids, encoder, () -> new LawVolume.Texts(articles, encoded(articles, encoder)));
    }

    private List<byte[]> encoded(List<Article> articles, Encoder encoder) {
        VectorFile known = VectorFile.read(vectors);
        int before = known.size();
        List<byte[]> encoded = new VectorWork(encoder, known, 1)
                .encode(articles.stream().map(Article::passage).toList(), _ -> {});
        try {
            if (known.size() > before) {
                known.write(vectors);
            }
        } catch (IOException e) {
            log.warn("vectors of the laws could not be kept, the next import makes them again: {}", e.toString());
        }
        return encoded;
    }

    private StatuteLibrary opened(LawLibrary library, Fitted read) {
        Map<String, Double> answers = new HashMap<>();
        LawCustom custom = read.ranking().custom();
        custom.answers().forEach((law, often) -> answers.merge(plain(law), often, Double::sum));
        Ranking ranking = new Ranking(read.ranking().weights(), new LawCustom(answers, custom.questions()));
        return new StatuteLibrary(library, meanings, ranking, read.offers().offers());
    }
}
