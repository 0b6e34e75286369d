package cn.huying.api.console.knowledge;

import cn.huying.api.console.requests.RequestList.Option;
import cn.huying.bot.repair.VerdictCount;
import java.util.List;
import java.util.Map;

/** What the pages of the knowledge show. */
public final class KnowledgePages {
    private KnowledgePages() {}

    /** A page of the section. @param tab the part that is open */
    public record Part<T>(Tab tab, boolean mayWrite, boolean mayApprove, T body) {
        public Tab[] tabs() {
            return Tab.values();
        }
    }

    /**
     * What could not be answered.
     *
     * @param questions how many questions there are in all
     * @param clusters how many groups of questions
     */
    public record Queue(List<Asked> rows, int questions, int clusters, String next) {}

    /**
     * Questions that ask the same.
     *
     * @param face the id of the one that stands for all
     * @param others how else it was put
     * @param useless the entries that were called useless
     * @param near entries it may be a variant of, the likeliest first
     */
    public record Asked(
            String face,
            String words,
            int count,
            String last,
            List<String> others,
            List<Link> useless,
            List<Link> near) {}

    /** An entry by its question. @param note what is to be said of it here */
    public record Link(String id, String question, String note) {}

    /** The list of entries. */
    public record Entries(List<Row> rows, int all, int due, Wanted wanted, List<Option> topics, List<Option> sorts) {}

    /** What of the entries is to be listed. @param topic empty for all @param sort {@link EntryDesk#WORST}, or empty for their own order */
    public record Wanted(String query, String topic, boolean dueOnly, String sort) {}

    /** What residents said of an entry. @param notHelped how many of a hundred it did not help */
    public record Verdicts(long useful, long useless, long unsolved, int notHelped) {
        static Verdicts of(VerdictCount count) {
            return new Verdicts(count.useful(), count.useless(), count.unsolved(), count.notHelped());
        }

        public boolean any() {
            return useful + useless + unsolved > 0;
        }
    }

    /**
     * An entry in the list.
     *
     * @param state whether it may be served today, in a word; empty when there is nothing to say
     */
    public record Row(
            String id,
            String question,
            String topic,
            String region,
            String reviewed,
            boolean due,
            String state,
            Verdicts verdicts) {}

    /** One entry. @param shown as residents read it @param now what was said since the edition that last changed it; the head has all */
    public record EntryPage(Row head, Typed typed, String shown, List<Version> history, Verdicts now) {}

    /** @param changes what this version changed, against the one before */
    public record Version(long number, String at, String who, String reason, List<Change> changes) {}

    /** A field before and after; empty where there was nothing. */
    public record Change(String label, String before, String after) {}

    /** What is typed into the form of an entry, by field. */
    public record Typed(Map<String, String> values) {
        public Typed {
            values = Map.copyOf(values);
        }

        public String get(String field) {
            return values.getOrDefault(field, "");
        }
    }

    /**
     * The form of an entry.
     *
     * @param id empty for a new one
     * @param base the edition that was looked at
     * @param face the question it is to answer; empty for none
     * @param asked how residents put it
     * @param flaws what is wrong, by field
     */
    public record Form(
            String id,
            long base,
            String face,
            List<String> asked,
            Typed typed,
            Map<String, String> flaws,
            Choices choices) {
        public String flaw(String field) {
            return flaws.getOrDefault(field, "");
        }
    }

    public record Choices(List<String> topics, List<String> regions, List<Option> categories) {}

    public record Proposals(List<ProposalRow> open, List<ProposalRow> ended) {}

    public record ProposalRow(
            String id, String title, String what, String who, String at, String reason, String state, String colour) {}

    /**
     * A change that waits for a second person, or what became of it.
     *
     * @param entries the entries it changes, field by field
     * @param answers how many unanswered questions it answers
     * @param objections why the checks refused it
     * @param own whether the member wrote it
     * @param again where it can be taken up again; empty when it cannot
     */
    public record ProposalPage(
            ProposalRow head,
            List<Changed> entries,
            int answers,
            String verdict,
            List<String> objections,
            boolean open,
            boolean own,
            String again) {}

    /** @param shown as residents would read it; empty when it is removed */
    public record Changed(String id, String question, String what, List<Change> changes, String shown) {}

    public record Editions(List<EditionRow> rows) {}

    /** @param first whether it is the newest, to which nobody needs to go back */
    public record EditionRow(
            long number, String at, String author, String approver, String reason, String what, boolean newest) {}

    /**
     * A question tried.
     *
     * @param band what would happen, in a word
     * @param colour of the band
     * @param by what decided
     * @param reply what a resident would read
     */
    public record Trial(String words, String band, String colour, String by, String reply, List<Found> found) {}

    /** @param percent how well it fits by words, of a hundred */
    public record Found(
            String id,
            String question,
            int percent,
            int coverage,
            String overall,
            String why,
            boolean served,
            String state) {}
}
