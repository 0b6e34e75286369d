package cn.huying.api.console.requests;

/** Why no machine could decide, in words; the codes come from the rules and the dialogue. */
final class TriageReason {
    private TriageReason() {}

    static String words(String code) {
        return switch (code) {
            case "low_confidence", "unsure" -> "不确定是哪一类";
            case "place_in_words" -> "地点要人来认";
            case "asked_for_staff" -> "居民要找工作人员";
            case "no_category" -> "不属于现有类别";
            case "no_grid" -> "不知道归哪个网格";
            case "no_rule" -> "没有对应的分派规则";
            case "" -> "";
            default -> code;
        };
    }
}
