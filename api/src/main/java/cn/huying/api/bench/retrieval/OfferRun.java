package cn.huying.api.bench.retrieval;

import cn.huying.knowledge.encode.CompactVector;
import cn.huying.knowledge.encode.Encoder;
import cn.huying.knowledge.fit.OfferLesson;
import cn.huying.knowledge.fit.OfferLesson.Example;
import cn.huying.knowledge.fit.OfferLesson.Learned;
import cn.huying.knowledge.fit.OfferLesson.Origin;
import cn.huying.knowledge.law.LawLibrary;
import cn.huying.knowledge.law.LawLibrary.Near;
import cn.huying.knowledge.law.Offer;
import cn.huying.knowledge.law.Ranking;
import cn.huying.knowledge.law.RankingFile.Offers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Fits from when on articles are offered for a question. */
record OfferRun(LawLibrary library, Encoder encoder, Ranking ranking, Predicate<String> asks) {
    /** As many of the sentences that are not to be answered may be offered articles all the same. */
    private static final double MOST_FALSE = 0.025;

    private interface Look {
        Optional<Near> at(String sentence) throws IOException;
    }

    Offers fit(List<String> questions, List<String> notAnswered, List<String> letters) throws IOException {
        Look everything = sentence -> library.near(sentence, CompactVector.of(encoder.encode(sentence)), ranking, 1);
        Look words = sentence -> library.nearByWords(sentence, 1);
        Learned byEverything = learned(everything, questions, notAnswered, letters);
        Learned byWords = learned(words, questions, notAnswered, letters);
        return new Offers(
                new Offer.Both(byEverything.offer(), byWords.offer()),
                List.of(
                        String.format(
                                "offer 是问答没有答案时从多像起列出法条：拟合于 %d 个法律问题、%d 句不该回答的话、%d 封信的标题；不像提问的话从不列出。",
                                questions.size(), notAnswered.size(), letters.size()),
                        byEverything.report("看词也看意思"),
                        byWords.report("只看词")));
    }

    private Learned learned(Look look, List<String> questions, List<String> notAnswered, List<String> letters)
            throws IOException {
        List<Example> examples = new ArrayList<>();
        add(Origin.LEGAL, questions, look, examples);
        add(Origin.NOT_ANSWERED, notAnswered, look, examples);
        add(Origin.LETTER, letters, look, examples);
        return new OfferLesson(examples, MOST_FALSE).learn();
    }

    private void add(Origin origin, List<String> sentences, Look look, List<Example> examples) throws IOException {
        for (String sentence : sentences) {
            Optional<Near> near = asks.test(sentence) ? look.at(sentence) : Optional.empty();
            examples.add(new Example(origin, near.map(Near::figures).orElse(new double[0])));
        }
    }
}
