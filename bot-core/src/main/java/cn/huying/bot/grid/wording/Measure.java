package cn.huying.bot.grid.wording;

import cn.huying.bot.grid.wording.PlaceToken.Kind;
import java.util.List;

/**
 * The word after a number that says what the number counts (栋, 单元, 室), and the judgement whether it names a thing or counts things:
 * 3栋 is a building, 这3栋 are some buildings, 3号线 is a train.
 *
 * @param length characters of the word; 0 for a number without one
 */
record Measure(Kind kind, int length) {
    private static final Measure NONE = new Measure(Kind.NUMBER, 0);
    private static final List<Word> WORDS = List.of(
            new Word("号楼", Kind.BUILDING),
            new Word("号院", Kind.YARD),
            new Word("号栋", Kind.BUILDING),
            new Word("#楼", Kind.BUILDING),
            new Word("#", Kind.BUILDING),
            new Word("栋", Kind.BUILDING),
            new Word("幢", Kind.BUILDING),
            new Word("座", Kind.BLOCK),
            new Word("单元", Kind.UNIT),
            new Word("单", Kind.UNIT),
            new Word("号门", Kind.DOOR),
            new Word("门洞", Kind.DOOR),
            new Word("门", Kind.DOOR),
            new Word("号房", Kind.ROOM),
            new Word("室", Kind.ROOM),
            new Word("房", Kind.ROOM),
            new Word("层", Kind.FLOOR),
            new Word("楼", Kind.LOU),
            new Word("号", Kind.HAO));
    private static final String SOME = "几数余多每整哪某共另有";
    private static final String THIS = "这那上下前后同";
    private static final String OF_A_HOUSE = "道下上顶梯前后门里内外间";
    private static final String ALL = "都全均";
    private static final String KINDS_OF_HOUSE = "房别老旧高危烂新";
    private static final String NOT_A_BLOCK = "桥山房车城墓坟塔庙厂岛私轿商";
    private static final String COUNTED = "年月日天点时分秒个万千元块次人户岁期线路米公层楼件张台辆%.:;/+";
    private static final String ENDS = ",，。.!！?？;；:：、)）(（的\n#";

    private record Word(String text, Kind kind) {}

    static Measure at(CharSequence text, int from) {
        if (from >= text.length()) {
            return NONE;
        }
        char first = text.charAt(from);
        for (Word word : WORDS) {
            if (word.text().charAt(0) == first
                    && (word.text().length() == 1
                            || next(text, from) == word.text().charAt(1))) {
                return new Measure(word.kind(), word.text().length());
            }
        }
        return NONE;
    }

    /** Whether a single number with this word after it may name a part of a place. */
    boolean accepts(CharSequence text, int start, int end, String value) {
        char after = charAt(text, end + length);
        return switch (kind) {
            case BUILDING -> length == 2 || names(text, start, end, after);
            case BLOCK -> NOT_A_BLOCK.indexOf(after) < 0 && names(text, start, end, after);
            case UNIT -> length == 2 || PlaceNumber.end(text, end + length) > end + length;
            case ROOM -> value.length() >= 3;
            case HAO -> after == 0 || ENDS.indexOf(after) >= 0 || PlaceNumber.end(text, end + length) > end + length;
            case NUMBER -> COUNTED.indexOf(after) < 0 || after == 0;
            case YARD, DOOR, FLOOR, LOU, NAME, CHAIN -> true;
        };
    }

    /** Whether numbers joined by hyphens with this word after them may be building, unit and room. */
    boolean endsChain(CharSequence text, int end) {
        char after = charAt(text, end + length);
        return switch (kind) {
            case ROOM, HAO -> true;
            case NUMBER -> after == 0 || COUNTED.indexOf(after) < 0;
            case BUILDING, YARD, BLOCK, UNIT, DOOR, FLOOR, LOU, NAME, CHAIN -> false;
        };
    }

    /** 3栋漏水 names a building; 有3栋楼, 一栋老房子 and 这一栋 do not. */
    private static boolean names(CharSequence text, int start, int end, char after) {
        char before = charAt(text, start - 1);
        boolean one = end - start == 1 && text.charAt(start) == '一';
        if (SOME.indexOf(before) >= 0 || (one && (THIS.indexOf(before) >= 0 || KINDS_OF_HOUSE.indexOf(after) >= 0))) {
            return false;
        }
        char beyond = charAt(text, end + 2);
        boolean houses = after == '楼' && (ALL.indexOf(beyond) >= 0 || (one && OF_A_HOUSE.indexOf(beyond) < 0));
        return !houses;
    }

    private static char next(CharSequence text, int from) {
        return charAt(text, from + 1);
    }

    private static char charAt(CharSequence text, int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : 0;
    }
}
