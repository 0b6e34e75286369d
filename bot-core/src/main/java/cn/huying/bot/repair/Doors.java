package cn.huying.bot.repair;

import java.util.List;

/** Where somebody lives, by shape alone: 3栋2单元501, 幸福路12号, 3-2-501. */
final class Doors {
    private static final String CHINESE = "零〇一二三四五六七八九十百两幺";
    /** What by itself says that the number before it is a door. */
    private static final List<String> STRONG = List.of("号楼", "号院", "号房", "号室", "号宅", "单元", "栋", "幢", "座", "弄");
    /** What says so only beside another one: 6楼 alone may be any. */
    private static final List<String> WEAK = List.of("号", "室", "户", "门", "楼", "层", "组", "房");

    private static final String ROADS = "路街巷弄道村里园区";
    private static final int ROOM_DIGITS = 3;
    private static final int FEWEST_PARTS = 3;

    private Doors() {}

    static boolean isChineseNumber(char c) {
        return CHINESE.indexOf(c) >= 0;
    }

    static int endOfChineseNumber(String text, int from) {
        int end = from;
        while (end < text.length() && isChineseNumber(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where a door that begins with the number in [from, end) ends; its beginning when it is none. */
    static int end(String text, int from, int end) {
        if (isHyphened(text, from, end)) {
            return end;
        }
        int at = end;
        boolean certain = isAfterRoad(text, from) && text.startsWith("号", end);
        boolean first = true;
        int numberFrom = from;
        while (true) {
            String measure = measure(text, at);
            if (measure.isEmpty()) {
                return certain && !first ? at : from;
            }
            certain |= isCertain(text, numberFrom, at, measure);
            at += measure.length();
            first = false;
            numberFrom = at;
            int next = endOfNumber(text, at);
            if (next == at || !certain) {
                return certain ? at : from;
            }
            at = next;
        }
    }

    private static boolean isCertain(String text, int from, int end, String measure) {
        if (measure.equals("室") || measure.equals("房")) {
            return end - from >= ROOM_DIGITS && Scrubber.isDigit(text.charAt(from));
        }
        return STRONG.contains(measure) && !isAnyHouse(text, from, end, measure);
    }

    /** 一栋楼 is any. */
    private static boolean isAnyHouse(String text, int from, int end, String measure) {
        String number = text.substring(from, end);
        boolean counted = number.equals("一") || number.equals("两") || number.equals("几");
        return counted && (text.startsWith("楼", end + measure.length()) || measure.equals("座") || measure.equals("单元"));
    }

    private static String measure(String text, int at) {
        for (String measure : STRONG) {
            if (text.startsWith(measure, at)) {
                return measure;
            }
        }
        for (String measure : WEAK) {
            if (text.startsWith(measure, at) && !text.startsWith("口", at + 1)) {
                return measure;
            }
        }
        return "";
    }

    private static boolean isAfterRoad(String text, int from) {
        return from > 0 && ROADS.indexOf(text.charAt(from - 1)) >= 0;
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length()
                && (Scrubber.isDigit(text.charAt(end))
                        || isChineseNumber(text.charAt(end))
                        || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    /** 3-2-501; 2026-1-1 is a day. */
    private static boolean isHyphened(String text, int from, int end) {
        String number = text.substring(from, end);
        int firstHyphen = number.indexOf('-');
        long parts = number.chars().filter(c -> c == '-').count() + 1;
        boolean plain = number.chars().allMatch(c -> c == '-' || Character.isDigit(c));
        return plain && parts >= FEWEST_PARTS && firstHyphen < ROOM_DIGITS;
    }
}
