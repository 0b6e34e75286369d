package cn.huying.bot.taxonomy;

import java.util.List;
import java.util.Map;

/**
 * The words of all categories, as the taxonomy file writes them.
 *
 * @param words by category code, in the order of the file
 * @param negations words that take back the word they stand before, such as 没有
 * @param natures words that tell the nature of a text
 */
public record Lexicon(Map<String, CategoryWords> words, List<String> negations, Map<Nature, List<String>> natures) {

    /**
     * The words of one category.
     *
     * @param synonyms words that alone tell the category; each belongs to one category only
     * @param hints words that make it more likely; several categories may share one
     * @param combinations words that tell the category when they stand together in one sentence
     * @param exclusions words that speak against the category in the sentence they stand in
     * @param lacking whether 没有 before a synonym is the matter itself (没有路灯) and takes nothing back
     */
    public record CategoryWords(
            List<String> synonyms,
            List<String> hints,
            List<Combination> combinations,
            List<String> exclusions,
            boolean lacking) {
        public static final CategoryWords NONE = new CategoryWords(List.of(), List.of(), List.of(), List.of(), false);
    }

    /**
     * Two to four parts that must all occur, in any order, near each other in one sentence.
     *
     * @param source as the file writes it, for example {@code 楼上 + 漏水|渗水}
     * @param parts for each part the words that fulfil it
     */
    public record Combination(String source, List<List<String>> parts) {}
}
