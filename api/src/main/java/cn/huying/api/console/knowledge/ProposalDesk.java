package cn.huying.api.console.knowledge;

import cn.huying.api.console.Labels;
import cn.huying.api.console.Member;
import cn.huying.api.console.knowledge.KnowledgePages.Changed;
import cn.huying.api.console.knowledge.KnowledgePages.EditionRow;
import cn.huying.api.console.knowledge.KnowledgePages.Editions;
import cn.huying.api.console.knowledge.KnowledgePages.ProposalPage;
import cn.huying.api.console.knowledge.KnowledgePages.ProposalRow;
import cn.huying.bot.content.Content;
import cn.huying.bot.content.Edition;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import cn.huying.bot.repair.Proposal;
import cn.huying.bot.repair.Proposal.State;
import cn.huying.bot.repair.Proposal.Verdict;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes changes: those that wait, what became of others, and the editions that brought them. */
public final class ProposalDesk {
    /** A change of more entries than this is an import: nobody reads it field by field. */
    private static final int MOST_SHOWN = 20;

    private final EntryDesk entries;
    private final Labels labels;

    public ProposalDesk(EntryDesk entries, Labels labels) {
        this.entries = entries;
        this.labels = labels;
    }

    /** @param before the content it changes */
    ProposalRow row(Proposal proposal, Content before) {
        return new ProposalRow(
                proposal.id().value(),
                title(proposal.patch(), before),
                what(proposal.patch(), before.entries().keySet()),
                proposal.written().author(),
                labels.time(proposal.written().at()),
                proposal.written().reason(),
                name(proposal.state()),
                colour(proposal.state()));
    }

    private static String title(Patch patch, Content before) {
        Optional<String> first = patch.put().stream().map(Entry::question).findFirst();
        return first.orElseGet(() -> patch.removed().stream()
                .findFirst()
                .map(id -> before.entry(id).map(Entry::question).orElse(id.value()))
                .orElse("没有改动"));
    }

    private static String what(Patch patch, Set<EntryId> known) {
        long fresh = patch.put().stream()
                .filter(entry -> !known.contains(entry.id()))
                .count();
        long changed = patch.put().size() - fresh;
        List<String> parts = new ArrayList<>();
        if (fresh > 0) {
            parts.add("新增 " + fresh + " 条");
        }
        if (changed > 0) {
            parts.add("修改 " + changed + " 条");
        }
        if (!patch.removed().isEmpty()) {
            parts.add("删除 " + patch.removed().size() + " 条");
        }
        return String.join("，", parts);
    }

    ProposalPage page(Proposal proposal, Content before, Member member) {
        List<Changed> changed = new ArrayList<>();
        proposal.patch().put().stream()
                .limit(MOST_SHOWN)
                .forEach(entry -> changed.add(changed(entry, before.entry(entry.id()))));
        proposal.patch().removed().stream().limit(MOST_SHOWN).forEach(id -> changed.add(removed(id, before)));
        return new ProposalPage(
                row(proposal, before),
                changed,
                proposal.questions().size(),
                proposal.verdict().map(this::verdict).orElse(""),
                proposal.verdict().map(Verdict::objections).orElse(List.of()).stream()
                        .map(Objection::told)
                        .toList(),
                proposal.isOpen(),
                proposal.written().author().equals(member.id()),
                again(proposal, before));
    }

    private Changed changed(Entry entry, Optional<Entry> before) {
        return new Changed(
                entry.id().value(),
                entry.question(),
                before.isPresent() ? "修改" : "新增",
                EntryDesk.changes(before, Optional.of(entry)),
                entries.shown(entry));
    }

    private static Changed removed(EntryId id, Content before) {
        String question = before.entry(id).map(Entry::question).orElse(id.value());
        return new Changed(id.value(), question, "删除", List.of(), "");
    }

    private String verdict(Verdict verdict) {
        String by = verdict.by() + "，" + labels.time(verdict.at());
        return switch (verdict.state()) {
            case PROPOSED -> "";
            case PUBLISHED -> "已发布，第 " + verdict.edition() + " 期（" + by + "）";
            case REJECTED -> "已退回（" + by + "）" + (verdict.note().isEmpty() ? "" : "：" + verdict.note());
            case REFUSED -> "没有发布：检查没通过（" + by + " 审批时）";
        };
    }

    /** What came to nothing can be taken up again when it was about one entry. */
    private static String again(Proposal proposal, Content before) {
        boolean failed = proposal.state() == State.REJECTED || proposal.state() == State.REFUSED;
        if (!failed || proposal.patch().put().size() != 1) {
            return "";
        }
        EntryId id = proposal.patch().put().getFirst().id();
        String form = before.entry(id).isPresent() ? "/entries/" + id + "/edit" : "/entries/new";
        return Tab.HOME + form + "?again=" + proposal.id();
    }

    Editions editions(List<Edition> all) {
        List<EditionRow> rows = new ArrayList<>();
        Set<EntryId> known = new HashSet<>();
        for (Edition edition : all) {
            rows.addFirst(new EditionRow(
                    edition.number(),
                    labels.time(edition.at()),
                    edition.credit().author(),
                    edition.credit().approver(),
                    edition.reason(),
                    what(edition.patch(), known),
                    edition.number() == all.getLast().number()));
            edition.patch().put().forEach(entry -> known.add(entry.id()));
            edition.patch().removed().forEach(known::remove);
        }
        return new Editions(rows);
    }

    private static String name(State state) {
        return switch (state) {
            case PROPOSED -> "待审批";
            case PUBLISHED -> "已发布";
            case REJECTED -> "已退回";
            case REFUSED -> "检查没通过";
        };
    }

    private static String colour(State state) {
        return switch (state) {
            case PROPOSED -> "waits";
            case PUBLISHED -> "runs";
            case REJECTED, REFUSED -> "over";
        };
    }
}
