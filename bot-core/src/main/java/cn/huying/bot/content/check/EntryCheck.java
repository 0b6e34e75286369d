package cn.huying.bot.content.check;

import cn.huying.bot.content.Content;
import cn.huying.bot.content.Objection;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the files. What was wrong before the change is not the change's fault. */
public final class EntryCheck implements Objection.Check {
    private final Taxonomy taxonomy;

    public EntryCheck(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    @Override
    public List<Objection> objections(Content before, Content after) {
        Set<Objection> known = new HashSet<>(objections(before.list()));
        return objections(after.list()).stream()
                .filter(objection -> !known.contains(objection))
                .toList();
    }

    /** All that is wrong with these entries, none of which is published yet. */
    public List<Objection> objections(List<Entry> entries) {
        return Stream.concat(
                        EntryRules.flaws(entries).stream()
                                .map(flaw -> new Objection(flaw.about().value(), flaw.reason() + "。" + flaw.mend())),
                        entries.stream().flatMap(this::unknownCategory))
                .distinct()
                .toList();
    }

    private Stream<Objection> unknownCategory(Entry entry) {
        return entry.action().category().stream()
                .filter(code -> taxonomy.find(code).isEmpty())
                .map(code -> new Objection(entry.id().value(), "类别不存在：" + code + "。请写 taxonomy.yml 里的类别代码"));
    }

    @Override
    public boolean holdsForTakingBack() {
        return true;
    }
}
