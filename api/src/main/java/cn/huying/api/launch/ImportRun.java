package cn.huying.api.launch;

import static cn.huying.api.launch.ContentDesk.get;

import cn.huying.api.bench.Progress;
import cn.huying.bot.content.Content;
import cn.huying.bot.content.Edition.Credit;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import cn.huying.bot.content.Publication;
import cn.huying.bot.content.law.CitationCheck;
import cn.huying.bot.content.law.LawIntake;
import cn.huying.bot.content.law.LawIntake.Shelved;
import cn.huying.knowledge.intake.Format;
import cn.huying.knowledge.intake.Intake;
import cn.huying.knowledge.intake.Intake.Brought;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One import: everything is read and checked before anything is written; then one step for the laws and one for the entries. A refusal changes
 * nothing.
 */
final class ImportRun {
    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private final ContentDesk desk;
    private final LawIntake laws;
    private final Predicate<String> mayApprove;
    private final PrintStream out;
    private final PrintStream err;

    /** @param mayApprove whether somebody of this name may approve what another one wrote */
    ImportRun(ContentDesk desk, Predicate<String> mayApprove, PrintStream out, PrintStream err) {
        this.desk = desk;
        this.laws = new LawIntake(desk.shelf(), ContentDesk.HERE);
        this.mayApprove = mayApprove;
        this.out = out;
        this.err = err;
    }

    /** @param approver the second person, or empty */
    record Wish(Path what, Optional<Format> form, String approver, boolean dryRun) {}

    /** @return the exit code */
    int run(Wish wish) {
        try {
            return read(wish);
        } catch (ConfigException refused) {
            err.println("没有导入，什么都没有改动。请先改好这 " + refused.problems().size() + " 处：");
            refused.problems().stream()
                    .sorted(Comparator.comparing(ConfigProblem::file).thenComparing(ConfigProblem::line))
                    .forEach(err::println);
            return REFUSED;
        }
    }

    private int read(Wish wish) {
        if (!wish.approver().isEmpty() && !mayApprove.test(wish.approver())) {
            throw new ConfigException(List.of(new ConfigProblem(
                    "--approver",
                    0,
                    "没有账号 " + wish.approver() + "，或者这个人不能审批内容",
                    "请填 config/staff.yml 里 post 为 APPROVER 的账号（demo 请加 --demo）")));
        }
        List<Path> files = Intake.files(wish.what());
        Content before = desk.now();
        Brought brought;
        try (Progress bar = Progress.count("读取检查", files.size())) {
            brought = Intake.read(files, wish.form(), before.list(), bar::at);
        }
        Patch patch = new Patch(brought.entries(), List.of());
        Content after = before.tried(patch);
        Shelved shelved = get(laws.tried(brought.laws(), Intake::law));
        ImportReport report = new ImportReport(before, before.towards(after), shelved);
        out.printf(
                "读了 %d 个文件：%d 条问答，%d 部法律。%n",
                files.size(), brought.entries().size(), brought.laws().size());
        report.print(out, desk.clock(), desk.zone());
        CitationCheck citations = new CitationCheck(shelved::after, desk.clock(), desk.zone());
        Editions editions = desk.editions().asking(citations);
        citations.warnings(after).forEach(warning -> out.println("提醒：" + warning.told()));
        List<Objection> objections = get(editions.tried(patch));
        if (!objections.isEmpty()) {
            return refused(objections);
        }
        if (report.needsApprover() && wish.approver().isBlank()) {
            err.println("没有导入，什么都没有改动：" + report.why() + "。请另一个人看过后加上 --approver <账号> 再导入。");
            return REFUSED;
        }
        if (wish.dryRun()) {
            out.println("这是试运行，什么都没有改动。");
            return DONE;
        }
        return apply(wish, brought, editions, patch);
    }

    private int apply(Wish wish, Brought brought, Editions editions, Patch patch) {
        if (!brought.laws().isEmpty()) {
            try (Progress bar = Progress.count("存放法律", brought.laws().size())) {
                get(laws.take(brought.laws(), Intake::law, bar::at));
            }
        }
        desk.begin();
        Credit credit = new Credit(name(wish.what()), wish.approver());
        return switch (get(editions.publish(patch, credit, "导入 " + name(wish.what())))) {
            case Publication.Live live -> {
                out.println("问答已生效：第 " + live.edition().number() + " 期。正在运行的程序两秒内换上。");
                yield DONE;
            }
            case Publication.Unchanged _ -> {
                out.println("问答没有变化。");
                yield DONE;
            }
            case Publication.Overtaken _ -> {
                err.println("别人正在不停地发布，问答没有导入。请稍后再试。");
                yield REFUSED;
            }
            case Publication.Refused refused -> refused(refused.objections());
        };
    }

    private int refused(List<Objection> objections) {
        err.println("问答没有导入。请先改好这 " + objections.size() + " 处：");
        objections.forEach(objection -> err.println(objection.told()));
        return REFUSED;
    }

    private static String name(Path what) {
        return String.valueOf(what.toAbsolutePath().normalize().getFileName());
    }
}
