package cn.huying.api.form;

import org.springframework.util.MultiValueMap;

/** The fields of a form as they are sent. One that is not there is empty. */
public final class Posted {
    private static final int MOST_DIGITS = 6;

    private Posted() {}

    /** Browsers send line ends as two characters, which would count against the writer. */
    public static String text(MultiValueMap<String, String> form, String field) {
        String sent = form.getFirst(field);
        return sent == null ? "" : sent.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** The same, cut where it is too long. */
    public static String text(MultiValueMap<String, String> form, String field, int longest) {
        return cut(text(form, field), longest);
    }

    /** Never through the middle of a character. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isLowSurrogate(text.charAt(longest)) ? longest - 1 : longest);
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
