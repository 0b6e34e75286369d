package cn.huying.bot.broadcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether every link and number in a text is one the office vouches for: a broadcast that tells people to beware of strange links must not
 * carry one. Reads the text once.
 *
 * @param vouched hosts and numbers as they are written, for example {@code 96110} or {@code www.gov.cn}
 */
public record Vouching(Set<String> vouched) {
    /** Shorter runs of digits are years, times and house numbers. */
    private static final int SHORTEST_DIALLED = 5;

    private static final int DATE_DIGITS = 8;
    private static final Set<String> EMERGENCY = Set.of("110", "119", "120", "122", "12345", "96110");
    private static final String COUNTED = "元万亿块人户名次条度米个年天平";
    private static final String JOINTS = ".-:/";
    private static final String MARKS = ".-:/_%?=&#@";

    public Vouching {
        vouched = Set.copyOf(vouched);
    }

    /** What could be tapped or dialled, and the character after it. */
    private record Run(String text, char next) {}

    public boolean vouchesFor(String text) {
        return runs(text).stream().allMatch(this::isFine);
    }

    private boolean isFine(Run run) {
        String text = run.text();
        if (vouched.contains(text) || EMERGENCY.contains(text)) {
            return true;
        }
        if (!text.chars().allMatch(c -> isDigit((char) c) || c == '-')) {
            return !isLink(text);
        }
        long digits = text.chars().filter(c -> c != '-').count();
        return digits < SHORTEST_DIALLED || COUNTED.indexOf(run.next()) >= 0 || isDate(text, digits);
    }

    private static boolean isDate(String text, long digits) {
        return digits <= DATE_DIGITS && text.startsWith("20") && text.indexOf('-') == 4 && text.lastIndexOf('-') > 4;
    }

    /** A scheme, an address, or letters after a dot: decimals are neither. */
    private static boolean isLink(String text) {
        if (text.contains("://") || text.indexOf('@') > 0) {
            return true;
        }
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            if (dot > 0 && dot < text.length() - 1 && isLetter(text.charAt(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Full-width digits and letters count as what they look like. */
    private static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = narrow(text.charAt(i));
            if (isDigit(c) || isLetter(c) || MARKS.indexOf(c) >= 0) {
                run.append(c);
            } else {
                end(run, c, runs);
            }
        }
        end(run, '\0', runs);
        return runs;
    }

    private static void end(StringBuilder run, char next, List<Run> runs) {
        int length = run.length();
        while (length > 0 && JOINTS.indexOf(run.charAt(length - 1)) >= 0) {
            length--;
        }
        if (length > 0) {
            runs.add(new Run(run.substring(0, length), length == run.length() ? next : '\0'));
        }
        run.setLength(0);
    }

    private static char narrow(char c) {
        return c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
