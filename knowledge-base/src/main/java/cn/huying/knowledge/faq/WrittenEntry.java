package cn.huying.knowledge.faq;

import java.util.function.Consumer;

/**
 * An entry and where it is written, for flaws found when it is held against the rules and against others.
 *
 * @param place as an editor finds it: file and line, sheet and row, or the entry on the console
 * @param flaws is told what is wrong with it
 */
public record WrittenEntry(Entry entry, String place, Consumer<Flaw> flaws) {
    void flaw(String field, String reason, String mend) {
        flaws.accept(new Flaw(entry.id(), field, reason, mend));
    }
}
