package cn.huying.api.console.knowledge;

import cn.huying.api.console.knowledge.KnowledgePages.Choices;
import cn.huying.api.console.knowledge.KnowledgePages.Form;
import cn.huying.api.console.knowledge.KnowledgePages.Typed;
import cn.huying.api.console.requests.RequestList.Option;
import cn.huying.api.form.Posted;
import cn.huying.bot.content.Content;
import cn.huying.bot.repair.Cluster;
import cn.huying.bot.repair.Scrubber;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.Validity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.util.MultiValueMap;

/** Writes the form of an entry, and begins a new one with what is known already. */
public final class FormDesk {
    private static final int MOST_VARIANTS = 12;
    private static final int ID_LETTERS = 6;
    private static final int LONGEST_REASON = 200;

    private final EntryDesk entries;
    private final Taxonomy taxonomy;
    private final List<String> regions;

    /** @param regions the places this installation serves, the most specific first */
    public FormDesk(EntryDesk entries, Taxonomy taxonomy, List<String> regions) {
        this.entries = entries;
        this.taxonomy = taxonomy;
        this.regions = List.copyOf(regions);
    }

    /** An entry that begins with what residents asked; nobody else has its id. */
    Typed blank(Optional<Cluster> asked) {
        Map<String, String> values = new HashMap<>();
        String mark = asked.map(cluster -> cluster.face().id()).orElse("");
        String tail = mark.isEmpty() ? "" : "-" + mark.substring(0, ID_LETTERS);
        values.put("id", "ask-" + entries.today().toString() + tail);
        List<String> wordings = asked.map(Cluster::wordings).orElse(List.of()).stream()
                .map(Scrubber::unmarked)
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
        values.put("question", wordings.stream().findFirst().orElse(""));
        values.put(
                "variants",
                EntryForm.lines(wordings.stream().skip(1).limit(MOST_VARIANTS).toList()));
        values.put("region", regions.stream().findFirst().orElse(Validity.EVERYWHERE));
        values.put("from", entries.today().toString());
        values.put("reviewed", entries.today().toString());
        values.put(
                "reason",
                asked.map(cluster -> "居民问过 " + cluster.count() + " 次，没有答案").orElse(""));
        return new Typed(values);
    }

    /** @param base the edition that was looked at first */
    Form form(
            Content content,
            long base,
            String id,
            String face,
            List<String> asked,
            Typed typed,
            Map<String, String> flaws) {
        return new Form(id, base, face, asked, typed, flaws, choices(content, typed));
    }

    private Choices choices(Content content, Typed typed) {
        TreeSet<String> topics = new TreeSet<>();
        content.list().stream().map(Entry::topic).forEach(topics::add);
        List<String> places = new ArrayList<>(regions);
        places.add(Validity.EVERYWHERE);
        String region = typed.get("region");
        if (!region.isEmpty() && !places.contains(region)) {
            places.add(region);
        }
        List<Option> categories = taxonomy.categories().stream()
                .map(category -> new Option(category.code(), category.name()))
                .toList();
        return new Choices(List.copyOf(topics), places, categories);
    }

    boolean isCategory(String code) {
        return taxonomy.find(code).isPresent();
    }

    static String reason(MultiValueMap<String, String> form) {
        String reason = Posted.text(form, "reason", LONGEST_REASON);
        return reason.isEmpty() ? "不再适用" : reason;
    }
}
