package cn.huying.bot.taxonomy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The categories of one installation, read from {@code config/taxonomy.yml}; immutable, a changed file is a new taxonomy. */
public final class Taxonomy {
    private final List<Group> groups;
    private final Map<String, Category> categories;
    private final Map<Tier, Duration> limits;
    private final Lexicon lexicon;

    Taxonomy(List<Group> groups, Map<String, Category> categories, Map<Tier, Duration> limits, Lexicon lexicon) {
        this.groups = groups;
        this.categories = categories;
        this.limits = limits;
        this.lexicon = lexicon;
    }

    /** @throws cn.huying.knowledge.load.ConfigException with every problem of the file */
    public static Taxonomy load(Path file) {
        return TaxonomyReader.read(file);
    }

    public Optional<Category> find(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    /** The category of a code that is known to exist, such as one stored with a request of this revision. */
    public Category get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("unknown category " + code));
    }

    /** The category of what fits nowhere. */
    public Category other() {
        return get(Category.OTHER);
    }

    /** In the order of the file. */
    public Collection<Category> categories() {
        return categories.values();
    }

    /** In the order of the file. */
    public List<Group> groups() {
        return groups;
    }

    /** How long a request of this tier may take until it is resolved, unless routing says otherwise. */
    public Duration limit(Tier tier) {
        return Optional.ofNullable(limits.get(tier)).orElseThrow();
    }

    /** The words of all categories, for a classifier that goes by words. */
    public Lexicon lexicon() {
        return lexicon;
    }
}
