package cn.huying.api.launch;

import cn.huying.bot.content.Content;
import cn.huying.bot.content.Patch;
import cn.huying.bot.content.law.Catalogue.Standing;
import cn.huying.bot.content.law.LawCard;
import cn.huying.bot.content.law.LawIntake.Shelved;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.intake.Differences;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What an import changes, in words; and whether it is one of those a second person should have seen. */
final class ImportReport {
    private static final int MOST_SHOWN = 40;
    /** From this share of changed phone numbers on, a mistake is likelier than so many new numbers. */
    private static final double MANY = 0.2;

    private final Content before;
    private final Patch news;
    private final Shelved laws;
    private final List<Entry> added;
    private final List<Changed> changed;

    private record Changed(Entry was, Entry is) {}

    ImportReport(Content before, Patch news, Shelved laws) {
        this.before = before;
        this.news = news;
        this.laws = laws;
        this.added = news.put().stream().filter(entry -> was(entry).isEmpty()).toList();
        this.changed = news.put().stream()
                .flatMap(entry -> was(entry).map(old -> new Changed(old, entry)).stream())
                .toList();
    }

    private Optional<Entry> was(Entry entry) {
        return before.entry(entry.id());
    }

    void print(PrintStream out, Clock clock, ZoneId zone) {
        out.printf("问答：新增 %d 条，修改 %d 条。%n", added.size(), changed.size());
        added.stream().limit(MOST_SHOWN).forEach(entry -> out.println("  新增 " + entry.id() + "  " + entry.question()));
        changed.stream()
                .limit(MOST_SHOWN)
                .forEach(one -> out.println(
                        "  修改 " + one.is().id() + "  " + String.join("、", Differences.between(one.was(), one.is()))));
        if (news.put().size() > 2 * MOST_SHOWN) {
            out.println("  ……");
        }
        List<LawCard> fresh = laws.after().cards().stream()
                .filter(card -> !laws.before().cards().contains(card))
                .toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        out.printf(
                "法律：新增或更正 %d 部，架上共 %d 部。%n", fresh.size(), laws.after().cards().size());
        fresh.forEach(card -> out.println("  " + card.name().title()
                + (card.name().part().isEmpty() ? "" : " " + card.name().part()) + "（"
                + card.name().version() + "）"
                + standing(laws.after().standing(card, today))));
    }

    private static String standing(Standing standing) {
        return switch (standing) {
            case Standing.InForce _ -> "：现行";
            case Standing.NotYet(LocalDate from) -> "：" + from + " 起施行";
            case Standing.Superseded(LocalDate by) -> "：已被 " + by + " 的版本取代";
            case Standing.Repealed(String by) -> "：已由《" + by + "》取代";
        };
    }

    boolean needsApprover() {
        return !why().isEmpty();
    }

    /** Empty when nobody else need look. */
    String why() {
        List<String> emptied =
                changed.stream().flatMap(one -> emptied(one).stream()).toList();
        if (!emptied.isEmpty()) {
            return "这次导入清空了原有内容（"
                    + String.join("；", emptied.stream().limit(MOST_SHOWN).toList()) + "）";
        }
        long phones = changed.stream().filter(ImportReport::isPhoneChanged).count();
        return phones > 1 && phones > MANY * before.entries().size() ? "这次导入改了 " + phones + " 条的电话" : "";
    }

    private static Optional<String> emptied(Changed one) {
        List<String> emptied = Differences.emptied(one.was(), one.is());
        return emptied.isEmpty() ? Optional.empty() : Optional.of(one.is().id() + " 的" + String.join("、", emptied));
    }

    private static boolean isPhoneChanged(Changed one) {
        return !one.was().action().phone().equals(one.is().action().phone());
    }
}
