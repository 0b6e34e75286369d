package cn.huying.knowledge.intake;

import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.faq.Action;
import cn.huying.knowledge.faq.Answer;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.Source;
import cn.huying.knowledge.faq.Validity;
import cn.huying.knowledge.faq.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Entries no editor would write and every rule allows: signs of all four forms mixed into their texts. */
public final class RandomContent {
    private static final String[] PIECES = {
        "物业",
        "费",
        "a",
        "Z",
        "7",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        ",",
        ";",
        "\"",
        "'",
        "=",
        "+",
        "-",
        "@",
        "＝",
        "#",
        "# ",
        "## ",
        "### 来源",
        "\\",
        "\\n",
        "- ",
        "1. ",
        "《",
        "》",
        "（",
        "）",
        "(",
        ")",
        "：",
        ":",
        ": ",
        "|",
        "---",
        "<script>",
        "&amp;",
        "<!-- x -->",
        "😀",
        "👨‍👩‍👧",
        "𠮷",
        "é",
        "_x000D_",
        "\u00A0",
        "\u3000",
        "\u200B",
        "\u2028",
        "%",
        "*",
        "&",
        "!",
        "{",
        "}",
        "[",
        "]",
        "null",
        "~",
        "`"
    };

    private final Random random;
    private final Set<String> phrases = new HashSet<>();

    private RandomContent(Random random) {
        this.random = random;
    }

    static List<Entry> of(Random random) {
        RandomContent content = new RandomContent(random);
        List<Entry> entries = new ArrayList<>();
        int size = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            entries.add(content.entry("e" + i, "e" + random.nextInt(size)));
        }
        return entries;
    }

    /** One text wherever a text can be. */
    public static Entry everywhere(String text) {
        return new Entry(
                new EntryId("hard"),
                text,
                new Wording("问" + text, List.of(text, "b" + text, "c" + text, text + "d")),
                new Answer(text, List.of(text, text), List.of(text)),
                List.of(
                        new Source.Article(text, text, text),
                        new Source.Policy(text, "某局" + text, ""),
                        new Source.Policy("甲", text, text)),
                new Validity(text, LocalDate.of(2024, 2, 29), Optional.empty(), LocalDate.of(2026, 1, 1)),
                new Action(Optional.of("PRO02"), Optional.of(text), List.of(new EntryId("hard"))));
    }

    private Entry entry(String id, String related) {
        LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_000));
        return new Entry(
                new EntryId(id),
                text(),
                new Wording(phrase(), List.of(phrase(), phrase(), phrase(), phrase())),
                new Answer(text(), texts(), texts()),
                List.of(new Source.Article(text(), text(), note()), new Source.Policy(text(), text(), note())),
                new Validity(
                        text(),
                        from,
                        random.nextBoolean() ? Optional.of(from.plusDays(random.nextInt(900))) : Optional.empty(),
                        from),
                new Action(
                        random.nextBoolean() ? Optional.of("PRO02") : Optional.empty(),
                        random.nextBoolean() ? Optional.of(text()) : Optional.empty(),
                        random.nextBoolean() ? List.of(new EntryId(related), new EntryId(id)) : List.of()));
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    private String note() {
        return random.nextBoolean() ? "" : text();
    }

    /** One way to ask belongs to one entry. */
    private String phrase() {
        String phrase = text();
        while (!phrases.add(PlainText.squeezed(phrase))) {
            phrase = text() + random.nextInt(1_000_000);
        }
        return phrase;
    }

    /** Never blank, and without blanks around it: what is around a text is not part of it. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        String stripped = text.toString().strip();
        return stripped.isBlank() ? "空" : stripped;
    }
}
