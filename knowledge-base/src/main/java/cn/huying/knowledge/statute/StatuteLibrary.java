package cn.huying.knowledge.statute;

import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.law.Article;
import cn.huying.knowledge.law.LawLibrary;
import cn.huying.knowledge.law.LawLibrary.Near;
import cn.huying.knowledge.law.Offer;
import cn.huying.knowledge.law.Ranking;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The laws in force, to be asked. Safe for use by several threads; the index is mapped from disk and takes next to no heap. */
public final class StatuteLibrary implements Closeable {
    private final LawLibrary library;
    private final Meanings meanings;
    private final Ranking ranking;
    private final Offer.Both offers;

    StatuteLibrary(LawLibrary library, Meanings meanings, Ranking ranking, Offer.Both offers) {
        this.library = library;
        this.meanings = meanings;
        this.ranking = ranking;
        this.offers = offers;
    }

    /**
     * The articles that have to do with a question, the nearest first; none where nothing is near enough to be offered. Takes milliseconds and may
     * compute the question's meaning: not for an event loop.
     */
    public List<Article> near(String question, int most) {
        Optional<byte[]> meaning = meanings.of(question);
        if (meaning.isEmpty()) {
            return nearByWords(question, most);
        }
        try {
            return offered(library.near(question, meaning.get(), ranking, most), offers.everything());
        } catch (IOException e) {
            throw new UncheckedIOException("the index of laws cannot be read", e);
        }
    }

    /** The same by words alone, while there is no meaning to be had. Reads the index as well: not for an event loop. */
    public List<Article> nearByWords(String question, int most) {
        try {
            return offered(library.nearByWords(question, most), offers.words());
        } catch (IOException e) {
            throw new UncheckedIOException("the index of laws cannot be read", e);
        }
    }

    private static List<Article> offered(Optional<Near> near, Offer offer) {
        return near.filter(offer::holds).map(Near::articles).orElse(List.of());
    }

    @Override
    public void close() throws IOException {
        library.close();
    }
}
