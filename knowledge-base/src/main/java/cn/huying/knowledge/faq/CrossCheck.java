package cn.huying.knowledge.faq;

import cn.huying.knowledge.analysis.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can only be seen with all entries side by side: ids and phrases that are there twice, and related entries that are not there. */
final class CrossCheck {
    private final Map<EntryId, WrittenEntry> byId = new HashMap<>();
    private final Map<Phrase, WrittenEntry> byPhrase = new HashMap<>();

    /** The same words may be asked in two regions, with two answers. */
    private record Phrase(String region, String squeezed) {}

    void check(List<WrittenEntry> entries) {
        entries.forEach(this::checkId);
        entries.forEach(this::checkPhrases);
        entries.forEach(this::checkRelated);
    }

    private void checkId(WrittenEntry written) {
        WrittenEntry before = byId.putIfAbsent(written.entry().id(), written);
        if (before != null) {
            written.flaw("id", "id " + written.entry().id() + " 已经用在 " + before.place(), "请换一个 id");
        }
    }

    private void checkPhrases(WrittenEntry written) {
        written.entry().wording().phrases().filter(phrase -> !phrase.isBlank()).forEach(phrase -> {
            WrittenEntry before = byPhrase.putIfAbsent(
                    new Phrase(written.entry().validity().region(), PlainText.squeezed(phrase)), written);
            if (before != null) {
                written.flaw("variants", "问法“" + phrase + "”已经写在 " + before.place(), "一种问法只能有一个答案，请删去其中一个");
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
