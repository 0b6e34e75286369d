package cn.huying.bot.repair;

import java.util.List;

/**
 * Takes out of a question what tells who asked it: numbers to call or to look up, doors, names and accounts. What it is about stays. Rather takes
 * too much than too little; one pass, linear in the length of the text.
 */
public final class Scrubber {
    static final String NUMBER = "〔号码〕";
    static final String DOOR = "〔门牌〕";
    static final String NAME = "〔姓名〕";
    static final String ACCOUNT = "〔账号〕";
    static final String PLATE = "〔车牌〕";

    /** From here on a row of digits is somebody's: 12345 and 96110 are everybody's. */
    private static final int PERSONAL_DIGITS = 7;

    private static final int PERSONAL_ACCOUNT = 6;
    private static final int LONGEST_WORD = 16;
    private static final int LONGEST_NAME = 3;
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";
    private static final String AFTER_NAMES = "想要问住今在是的来有家电现请我了和，。";
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻柏水窦章云苏潘葛范彭郎鲁韦马"
            + "苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常傅卞齐康伍余元顾孟黄穆萧尹姚邵汪毛禹狄米贝明臧成戴宋庞熊纪舒屈项祝董梁"
            + "杜阮蓝季贾江童颜郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房干解应丁邓洪包左石崔吉龚程邢裴陆荣翁甄曲封靳段侯班宁仇甘厉武刘景"
            + "詹束龙叶司黎薄白蒲赖卓乔闻党翟谭姬申冉桑牛燕尚农温庄晏柴阎连习容向易廖居步耿满文寇东欧沃利越盛祖关相查红游权盖益公";
    private static final List<String> INTRODUCTIONS =
            List.of("我叫", "名叫", "叫做", "名字是", "名字叫", "姓名是", "姓名", "联系人是", "联系人", "户主是", "业主是", "我是业主");
    private static final List<String> TITLES =
            List.of("先生", "女士", "小姐", "大爷", "大妈", "阿姨", "大叔", "叔叔", "奶奶", "爷爷", "师傅", "某某", "老太", "大姐", "大哥");

    private final String text;
    private final StringBuilder out;
    private int at;

    private Scrubber(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    public static String scrub(String words) {
        return new Scrubber(words).scrubbed();
    }

    /** Without the marks for what was scrubbed, which are nobody's words. */
    public static String unmarked(String scrubbed) {
        StringBuilder kept = new StringBuilder(scrubbed.length());
        int inside = 0;
        for (int i = 0; i < scrubbed.length(); i++) {
            char c = scrubbed.charAt(i);
            inside += c == '〔' ? 1 : 0;
            if (inside == 0) {
                kept.append(c);
            }
            inside -= c == '〕' && inside > 0 ? 1 : 0;
        }
        return kept.toString().strip();
    }

    private String scrubbed() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isWord(c)) {
                word();
            } else if (Doors.isChineseNumber(c)) {
                chineseNumber();
            } else if (!introduction() && !titled() && !plate()) {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private void replace(int end, String mark) {
        out.append(mark);
        at = end;
    }

    private void copy(int end) {
        out.append(text, at, end);
        at = end;
    }

    /** A run of letters and digits, with what joins the parts of a number or an address. */
    private void word() {
        int joined = endOfJoined();
        int digits = digits(at, joined);
        if (digits >= PERSONAL_DIGITS && !hasLetters(at, joined)) {
            replace(idLetter(joined), NUMBER);
            return;
        }
        int end = endOfWord();
        if (isAccount(end)) {
            replace(end, ACCOUNT);
            return;
        }
        door(end);
    }

    private void door(int end) {
        int door = Doors.end(text, at, end);
        if (door > at) {
            replace(door, DOOR);
        } else {
            copy(end);
        }
    }

    private boolean isAccount(int end) {
        int digits = digits(at, end);
        boolean mixed =
                digits > 0 && hasLetters(at, end) || text.substring(at, end).indexOf('_') >= 0;
        return text.substring(at, end).indexOf('@') >= 0
                || mixed && end - at >= PERSONAL_ACCOUNT
                || end - at > LONGEST_WORD
                || digits >= PERSONAL_DIGITS;
    }

    /** 11010119900307123X: the last place of an identity number. */
    private int idLetter(int end) {
        return end < text.length() && "xX".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
    }

    /** Digits that belong together although somebody put a space, a hyphen or a dot between them. */
    private int endOfJoined() {
        int end = text.charAt(at) == '+' ? at + 1 : at;
        while (end < text.length()) {
            if (isDigit(text.charAt(end))) {
                end++;
            } else if (isJoint(text.charAt(end)) && end + 1 < text.length() && isDigit(text.charAt(end + 1))) {
                end += 2;
            } else {
                return end;
            }
        }
        return end;
    }

    private int endOfWord() {
        int end = at + 1;
        while (end < text.length() && (isWord(text.charAt(end)) || isJointOfWords(end))) {
            end++;
        }
        return end;
    }

    private boolean isJointOfWords(int place) {
        return "-@.".indexOf(text.charAt(place)) >= 0 && place + 1 < text.length() && isWord(text.charAt(place + 1));
    }

    private void chineseNumber() {
        int end = Doors.endOfChineseNumber(text, at);
        if (end - at >= PERSONAL_DIGITS) {
            replace(end, NUMBER);
            return;
        }
        door(end);
    }

    private boolean introduction() {
        for (String introduction : INTRODUCTIONS) {
            if (text.startsWith(introduction, at)) {
                int from = skipColon(at + introduction.length());
                int end = endOfName(from);
                if (end > from) {
                    copy(from);
                    replace(end, NAME);
                    return true;
                }
            }
        }
        if (text.startsWith("我姓", at) && at + 2 < text.length()) {
            copy(at + 2);
            replace(at + 1, NAME);
            return true;
        }
        return false;
    }

    private int skipColon(int from) {
        return from < text.length() && "：: 　".indexOf(text.charAt(from)) >= 0 ? from + 1 : from;
    }

    private int endOfName(int from) {
        int end = from;
        while (end < text.length()
                && end < from + LONGEST_NAME
                && Character.isIdeographic(text.charAt(end))
                && AFTER_NAMES.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** 王大爷, 张女士. */
    private boolean titled() {
        if (SURNAMES.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        for (String title : TITLES) {
            if (text.startsWith(title, at + 1)) {
                replace(at + 1, NAME);
                copy(at + title.length());
                return true;
            }
        }
        return false;
    }

    /** 京A12345 and the green ones, one place longer. */
    private boolean plate() {
        if (PROVINCES.indexOf(text.charAt(at)) < 0 || at + 2 >= text.length() || !isLetter(text.charAt(at + 1))) {
            return false;
        }
        int end = at + 2;
        while (end < text.length() && (isLetterOrDigit(text.charAt(end)) || "·.- ".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        if (digits(at + 1, end) < 3) {
            return false;
        }
        replace(end, PLATE);
        return true;
    }

    private int digits(int from, int end) {
        return (int)
                text.substring(from, end).chars().filter(c -> isDigit((char) c)).count();
    }

    private boolean hasLetters(int from, int end) {
        return text.substring(from, end).chars().anyMatch(c -> isLetter((char) c));
    }

    private static boolean isWord(char c) {
        return isLetterOrDigit(c) || c == '_' || c == '+';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }

    /** Latin, half or full width. */
    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
    }

    static boolean isDigit(char c) {
        return Character.isDigit(c);
    }

    private static boolean isJoint(char c) {
        return " -.·—－　()（）".indexOf(c) >= 0;
    }
}
