package cn.huying.bot.taxonomy;

import java.util.List;
import java.util.Set;

/**
 * A second-level category: what a request is about.
 *
 * @param code group code and two digits, for example {@code ENV01}; {@code OTH99} is the one for everything else
 * @param key the stable English name other systems use
 * @param name what a resident reads
 * @param standard the national standard's code of the matter, "" where none is known
 * @param examples how residents say it, shown where a category is to be chosen
 */
public record Category(
        String code, String key, String name, Group group, Handling handling, String standard, List<String> examples) {
    /** The category of what fits nowhere; every taxonomy has it. */
    public static final String OTHER = "OTH99";

    public Category {
        examples = List.copyOf(examples);
    }

    public Tier tier() {
        return handling.tier();
    }

    public Level level() {
        return handling.level();
    }

    public String owner() {
        return handling.owner();
    }

    public Set<Flag> flags() {
        return handling.flags();
    }

    public boolean has(Flag flag) {
        return handling.flags().contains(flag);
    }

    public boolean isOther() {
        return code.equals(OTHER);
    }

    /** Codes identify categories; two revisions of one category are the same one to a log reader. */
    @Override
    public String toString() {
        return code + " " + name;
    }
}
