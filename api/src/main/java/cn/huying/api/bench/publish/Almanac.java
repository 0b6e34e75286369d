package cn.huying.api.bench.publish;

import cn.huying.bot.content.Patch;
import cn.huying.knowledge.faq.Action;
import cn.huying.knowledge.faq.Answer;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.Source;
import cn.huying.knowledge.faq.Validity;
import cn.huying.knowledge.faq.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Invented entries about things nobody asks for, so that no real answer changes with them; and what of them must be answered by now.
 * Every answer carries a mark of its own, by which it is known in a reply.
 */
final class Almanac {
    private static final String RARE = "魑魅魍魉饕餮麒麟貔貅狻猊睚眦蒲牢囚牛螭吻椒图狴犴赑屃嘲风负屃鸑鷟鹓雏鲲鹏";
    private static final String PREFIX = "bench-";
    private static final LocalDate DAY = LocalDate.of(2021, 1, 1);

    /** So many are there at a time: what is older is taken out again. */
    private static final int MOST = 8;

    private final Random random;
    private final Map<EntryId, Entry> live = new TreeMap<>();
    private final Map<EntryId, Entry> gone = new TreeMap<>();
    private int marks;
    private int things;

    Almanac(Random random) {
        this.random = random;
    }

    /** What is changed, and what has to be answered from then on. */
    record Change(Patch patch, Entry told) {}

    /** A new entry, or another answer of one that is there; the oldest goes when there are enough. */
    Change next() {
        boolean renew = live.size() > 2 && random.nextInt(3) == 0;
        Entry told = renew ? renewed(anyLive()) : fresh();
        List<EntryId> removed = new ArrayList<>();
        if (!renew && live.size() >= MOST) {
            removed.add(live.keySet().iterator().next());
        }
        return new Change(new Patch(List.of(told), removed), told);
    }

    void published(Patch patch) {
        patch.removed().forEach(id -> {
            Entry old = live.remove(id);
            if (old != null) {
                gone.put(id, old);
            }
        });
        patch.put().forEach(entry -> live.put(entry.id(), entry));
    }

    List<Entry> live() {
        return List.copyOf(live.values());
    }

    List<Entry> gone() {
        return List.copyOf(gone.values());
    }

    /** Those of some content that are ours. */
    static Map<EntryId, Entry> ours(Map<EntryId, Entry> content) {
        Map<EntryId, Entry> ours = new HashMap<>(content);
        ours.keySet().removeIf(id -> !id.value().startsWith(PREFIX));
        return ours;
    }

    Map<EntryId, Entry> expected() {
        return Map.copyOf(live);
    }

    /** What stands in an answer and in no other. */
    static String mark(Entry entry) {
        String text = entry.answer().text();
        return text.substring(text.indexOf('〔'), text.indexOf('〕') + 1);
    }

    private Entry anyLive() {
        return List.copyOf(live.values()).get(random.nextInt(live.size()));
    }

    private Entry renewed(Entry old) {
        return entry(old.id(), old.wording());
    }

    private Entry fresh() {
        String name = rare() + rare() + rare() + rare();
        things++;
        return entry(
                new EntryId(PREFIX + String.format(Locale.ROOT, "%05d", things)),
                new Wording(
                        name + "怎么叩问", List.of(name + "几时亮", name + "哪家铸的", name + "怎么晾晒", "借" + name, name + "摔了")));
    }

    private String rare() {
        int at = random.nextInt(RARE.length());
        return RARE.substring(at, at + 1);
    }

    private Entry entry(EntryId id, Wording wording) {
        marks++;
        return new Entry(
                id,
                "核对",
                wording,
                new Answer("仅供核对〔" + marks + "〕", List.of(), List.of()),
                List.of(new Source.Policy("核对用", "无", "")),
                new Validity(Validity.EVERYWHERE, DAY, Optional.empty(), DAY),
                new Action(Optional.empty(), Optional.empty(), List.of()));
    }
}
