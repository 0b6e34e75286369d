package cn.huying.api.form;

import cn.huying.knowledge.load.Characters;
import org.springframework.util.MultiValueMap;

/** The fields of a form as they are sent. One that is not there is empty. */
public final class Posted {
    private static final int MOST_DIGITS = 6;

    private Posted() {}

    /** Browsers send line ends as two characters, which would count against the writer. */
    public static String text(MultiValueMap<String, String> form, String field) {
        String sent = form.getFirst(field);
        return sent == null ? "" : Characters.withPlainLineEnds(sent).strip();
    }

    /** The same, cut where it is too long. */
    public static String text(MultiValueMap<String, String> form, String field, int longest) {
        return Characters.cut(text(form, field), longest);
    }

    /** The words to put beside a field; empty when it is not too long. */
    public static String tooLong(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? "" : "最多 " + most + " 字，现在是 " + length + " 字";
    }

    /** A count; -1 for what is none. */
    public static int number(MultiValueMap<String, String> form, String field) {
        String text = text(form, field);
        boolean digits =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }
}
