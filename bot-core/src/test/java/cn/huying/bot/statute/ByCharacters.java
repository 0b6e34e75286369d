package cn.huying.bot.statute;

import cn.huying.knowledge.encode.Encoder;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.law.Offer;
import cn.huying.knowledge.law.Ranking;
import cn.huying.knowledge.law.RankingFile.Fitted;
import cn.huying.knowledge.law.RankingFile.Offers;
import cn.huying.knowledge.shelf.Shelf;
import cn.huying.knowledge.statute.ReadingRoom;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A library for tests: one direction for each character, so that alike is what shares characters. Counts what it encodes at once. */
public final class ByCharacters implements Encoder {
    public static final Encoder ENCODER = new ByCharacters();

    final AtomicInteger encoded = new AtomicInteger();

    @Override
    public float[] encode(String text) {
        float[] vector = new float[DIMENSIONS];
        text.chars().forEach(c -> vector[c % DIMENSIONS] += 1);
        double squares = 0;
        for (float x : vector) {
            squares += x * x;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(Math.max(squares, 1));
        }
        return vector;
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
        encoded.addAndGet(texts.size());
        return texts.stream().map(this::encode).toList();
    }

    /** A room on this folder that offers articles likened to a question by more than 0.45, or sharing half of its pairs. */
    public ReadingRoom room(Path folder) {
        Meanings meanings = Meanings.atOnce(this);
        meanings.learn(List.of(), _ -> {});
        Offer everything = new Offer(List.of(-45.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 100.0, 0.0), 0.5);
        Offer words = new Offer(List.of(-30.0, 100.0, 0.0, 0.0, 0.0, 0.0), 0.5);
        Fitted fitted = new Fitted(Ranking.UNFITTED, "", new Offers(new Offer.Both(everything, words), List.of()));
        return new ReadingRoom(
                new Shelf(folder.resolve("laws")), folder.resolve("vectors.bin"), meanings, () -> fitted);
    }
}
