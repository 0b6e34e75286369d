package cn.huying.knowledge.faq;

/**
 * One thing wrong with an entry.
 *
 * @param about the entry
 * @param field where to mend it, as the files name it; empty when the whole entry is meant
 * @param reason what is wrong, in the editors' language
 * @param mend what to do about it
 */
public record Flaw(EntryId about, String field, String reason, String mend) {
    @Override
    public String toString() {
        return reason + "。" + mend;
    }
}
