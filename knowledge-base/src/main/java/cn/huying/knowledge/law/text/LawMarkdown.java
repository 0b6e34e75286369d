package cn.huying.knowledge.law.text;

import cn.huying.knowledge.load.Characters;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Laws in the form the public collections keep them: {@code # title}, the history, {@code <!-- INFO END -->}, then chapters as headings and each
 * article on a line that begins with its number. A text with a gap in it, or without its end, is refused: half a law is worse than none.
 */
public final class LawMarkdown {
    private static final String END_OF_HISTORY = "<!-- INFO END -->";
    private static final String ENDS_OF_SENTENCES = "。；：！？”）》.";

    private final String file;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> history = new ArrayList<>();
    private final List<String> preface = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private final List<Provision> provisions = new ArrayList<>();
    private final List<String> paragraphs = new ArrayList<>();
    private Optional<ArticleNumber> open = Optional.empty();
    private boolean inHistory = true;
    private int line;

    private LawMarkdown(String file) {
        this.file = file;
    }

    /** Whether a text is a law rather than anything else written in Markdown. */
    public static boolean isLaw(String text) {
        return text.startsWith(END_OF_HISTORY) || text.contains('\n' + END_OF_HISTORY);
    }

    /**
     * @param file as the operator knows it; a day in brackets at its end is the version: 消防法(2021-04-29).md
     * @throws ConfigException with every problem of the text
     */
    public static Law read(String file, String text) {
        LawMarkdown reader = new LawMarkdown(file);
        text.lines().forEach(reader::line);
        return reader.finish();
    }

    private void line(String raw) {
        line++;
        String text = raw.strip();
        Characters.unreadable(text)
                .ifPresent(point -> problem("有看不见的控制字符或乱码 " + Characters.named(point), "请删去该字符，或换一份文本"));
        if (text.equals(END_OF_HISTORY)) {
            inHistory = false;
        } else if (text.startsWith("#")) {
            heading(text);
        } else if (inHistory) {
            if (!text.isEmpty()) {
                history.add(text);
            }
        } else if (!text.isEmpty()) {
            body(text);
        }
    }

    private void heading(String text) {
        int level = 0;
        while (level < text.length() && text.charAt(level) == '#') {
            level++;
        }
        String name = text.substring(level).strip();
        if (inHistory) {
            titles.add(name);
            return;
        }
        endArticle();
        while (path.size() > Math.max(0, level - 2)) {
            path.removeLast();
        }
        if (!name.isEmpty()) {
            path.add(name);
        }
    }

    private void body(String text) {
        String plain = plain(text);
        Optional<ArticleNumber.Found> found = ArticleNumber.atStart(plain)
                .filter(number -> number.end() == plain.length() || isBlank(plain.charAt(number.end())));
        if (found.isEmpty()) {
            paragraphs.add(text);
            return;
        }
        endArticle();
        begin(found.get().number());
        String first = plain.substring(found.get().end()).strip();
        if (!first.isEmpty()) {
            paragraphs.add(first);
        }
    }

    /** Some collections print the number in bold. */
    private static String plain(String text) {
        int close = text.startsWith("**第") ? text.indexOf("**", 2) : -1;
        return close < 0
                ? text
                : text.substring(2, close) + ' ' + text.substring(close + 2).strip();
    }

    private static boolean isBlank(char c) {
        return c == '　' || Character.isWhitespace(c);
    }

    private void begin(ArticleNumber number) {
        Optional<ArticleNumber> before = provisions.isEmpty()
                ? Optional.empty()
                : Optional.of(provisions.getLast().number());
        if (before.isPresent() && !number.follows(before.get())) {
            problem(before.get() + "之后是" + number, "条号不连续，文本可能缺页或重复，请换一份完整的文本");
        }
        if (before.isEmpty() && titles.size() < 2 && number.number() != 1) {
            problem("第一个条文是" + number, "开头可能缺失，请换一份完整的文本");
        }
        open = Optional.of(number);
    }

    private void endArticle() {
        open.ifPresent(number -> {
            if (paragraphs.isEmpty()) {
                problem(number + "没有内容", "请补上条文");
            }
            provisions.add(new Provision(path, number, String.join("\n\n", paragraphs)));
        });
        if (open.isEmpty() && provisions.isEmpty()) {
            preface.addAll(paragraphs);
        } else if (open.isEmpty() && !paragraphs.isEmpty()) {
            problem("标题之后的文字不属于任何一条", "请把它写在条号之后");
        }
        paragraphs.clear();
        open = Optional.empty();
    }

    private void problem(String reason, String mend) {
        problems.add(new ConfigProblem(file, line, reason, mend));
    }

    private Law finish() {
        endArticle();
        line = 0;
        if (titles.isEmpty() || titles.getFirst().isEmpty()) {
            problem("没有法律名称", "第一行请写 # 法律全称");
        }
        if (provisions.isEmpty()) {
            problem("没有任何条文", "请检查格式：<!-- INFO END --> 之后，每条以“第一条 ”开头");
        }
        LocalDate version = version();
        List<LocalDate> beginnings = beginnings();
        if (!provisions.isEmpty()) {
            checkEnd(beginnings);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        LocalDate effective = beginnings.stream()
                .filter(day -> !day.isBefore(version))
                .findFirst()
                .orElse(version);
        String part = titles.size() > 1 ? titles.get(1) : "";
        String before = String.join("\n\n", preface);
        return new Law(titles.getFirst(), part, version, effective, history, before, provisions);
    }

    private void checkEnd(List<LocalDate> beginnings) {
        String end = provisions.getLast().text();
        if (end.isEmpty() || ENDS_OF_SENTENCES.indexOf(end.charAt(end.length() - 1)) < 0) {
            problem("最后一条没有写完", "文件可能只有一半，请换一份完整的文本");
        }
        boolean begins = !beginnings.isEmpty()
                || provisions.stream().anyMatch(provision -> provision.text().contains("施行"));
        if (titles.size() < 2 && !begins) {
            problem("没有施行条款", "文件末尾可能缺失；确实没有的，请在头部写一行，例如 2020年1月1日 施行");
        }
    }

    private List<LocalDate> beginnings() {
        List<LocalDate> days = new ArrayList<>();
        history.forEach(each -> days.addAll(PrintedDate.beginnings(each)));
        if (!provisions.isEmpty()) {
            days.addAll(PrintedDate.beginnings(provisions.getLast().text()));
        }
        return days;
    }

    /** What the file's name says, else the last day the history tells of that is not merely a beginning. */
    private LocalDate version() {
        Optional<LocalDate> named = named();
        Optional<LocalDate> told = history.stream()
                .filter(each -> PrintedDate.beginnings(each).isEmpty())
                .flatMap(each -> PrintedDate.in(each).stream())
                .max(LocalDate::compareTo);
        if (named.or(() -> told).isEmpty()) {
            problem("不知道是哪一天的版本", "请在文件名末尾写上日期，例如 消防法(2021-04-29).md");
        }
        return named.or(() -> told).orElse(LocalDate.EPOCH);
    }

    private Optional<LocalDate> named() {
        int close = Math.max(file.lastIndexOf(')'), file.lastIndexOf('）'));
        int open = Math.max(file.lastIndexOf('('), file.lastIndexOf('（'));
        if (open < 0 || close < open) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(file.substring(open + 1, close)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As it would be read again, under a name with the version's day. */
    public static String written(Law law) {
        StringBuilder text = new StringBuilder("# ").append(law.title()).append("\n\n");
        if (!law.part().isEmpty()) {
            text.append("# ").append(law.part()).append("\n\n");
        }
        law.history().forEach(each -> text.append(each).append("\n\n"));
        text.append(END_OF_HISTORY).append("\n\n");
        if (!law.preface().isEmpty()) {
            text.append(law.preface()).append("\n\n");
        }
        List<String> path = List.of();
        for (Provision provision : law.provisions()) {
            headings(path, provision.path(), text);
            path = provision.path();
            text.append(provision.number()).append(' ').append(provision.text()).append("\n\n");
        }
        return text.toString();
    }

    private static void headings(List<String> before, List<String> path, StringBuilder text) {
        int same = 0;
        while (same < path.size() && same < before.size() && path.get(same).equals(before.get(same))) {
            same++;
        }
        if (path.size() < before.size() && same == path.size()) {
            text.append("#".repeat(path.size() + 2)).append("\n\n");
        }
        for (int depth = same; depth < path.size(); depth++) {
            text.append("#".repeat(depth + 2))
                    .append(' ')
                    .append(path.get(depth))
                    .append("\n\n");
        }
    }
}
