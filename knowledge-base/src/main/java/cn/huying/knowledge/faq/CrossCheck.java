package cn.huying.knowledge.faq;

import cn.huying.knowledge.analysis.PlainText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can only be seen with all entries side by side: ids and phrases that are there twice, and related entries that are not there. */
final class CrossCheck {
    private final Map<EntryId, String> byId = new HashMap<>();
    private final Map<Phrase, String> byPhrase = new HashMap<>();
    private final Collection<Entry> known;

    /** @param known what is there already; an entry of the same id takes the place of the known one */
    CrossCheck(Collection<Entry> known) {
        this.known = known;
    }

    /** The same words may be asked in two regions, with two answers. */
    private record Phrase(String region, String squeezed) {}

    void check(List<WrittenEntry> entries) {
        entries.forEach(this::checkId);
        known.stream().filter(entry -> !byId.containsKey(entry.id())).forEach(this::remember);
        entries.forEach(this::checkPhrases);
        entries.forEach(this::checkRelated);
    }

    private void remember(Entry entry) {
        String place = "现有条目 " + entry.id();
        byId.put(entry.id(), place);
        entry.wording().phrases().forEach(phrase -> byPhrase.putIfAbsent(phrase(entry, phrase), place));
    }

    private static Phrase phrase(Entry entry, String phrase) {
        return new Phrase(entry.validity().region(), PlainText.squeezed(phrase));
    }

    private void checkId(WrittenEntry written) {
        String before = byId.putIfAbsent(written.entry().id(), written.place());
        if (before != null) {
            written.flaw("id", "id " + written.entry().id() + " 已经用在 " + before, "请换一个 id");
        }
    }

    private void checkPhrases(WrittenEntry written) {
        written.entry().wording().phrases().filter(phrase -> !phrase.isBlank()).forEach(phrase -> {
            String before = byPhrase.putIfAbsent(phrase(written.entry(), phrase), written.place());
            if (before != null) {
                written.flaw("variants", "问法“" + phrase + "”已经写在 " + before, "一种问法只能有一个答案，请删去其中一个");
            }
        });
    }

    private void checkRelated(WrittenEntry written) {
        for (EntryId related : written.entry().action().related()) {
            if (!byId.containsKey(related)) {
                written.flaw("action", "相关条目 " + related + " 不存在", "请检查 action.related 里的 id");
            }
        }
    }
}
