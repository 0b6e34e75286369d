package cn.huying.bot.grid.wording;

/**
 * Whether the words right before a number are the name of a place we do not know, as in 鑫顺广场A栋: then the number is that place's, and
 * must not be taken for a building of the resident's own compound.
 */
final class Elsewhere {
    private static final String ENDS_OF_NAMES = "场城苑园区里院府庭邸都际厦寓村庄湾居郡墅阁轩台坊巷弄路街号盘舍楼语座庐";
    private static final String OWN = "我们咱俺本这该住在的个是到,，。;；:：!！?？、\n(（";

    private Elsewhere() {}

    static boolean isBefore(CharSequence text, int start) {
        int last = start - 1;
        if (last >= 0 && (text.charAt(last) == '第' || text.charAt(last) == '的')) {
            last--;
        }
        if (last < 0 || ENDS_OF_NAMES.indexOf(text.charAt(last)) < 0) {
            return false;
        }
        return !isOwn(text, last);
    }

    /** 小区3栋, 我们社区3栋 and 邻居3栋 name nothing. */
    private static boolean isOwn(CharSequence text, int last) {
        char before = last > 0 ? text.charAt(last - 1) : 0;
        if (text.charAt(last) == '居') {
            return before == '邻';
        }
        boolean estate = text.charAt(last) == '区' && (before == '小' || before == '社');
        return estate && (last < 2 || OWN.indexOf(text.charAt(last - 2)) >= 0);
    }
}
