package cn.huying.knowledge.law.text;

import java.util.ArrayList;
import java.util.List;

/** Reads which laws a law ends: 《A》、《B》同时废止. */
final class Repeals {
    private static final String ENDS = "同时废止";

    private Repeals() {}

    static List<String> in(String text) {
        List<String> titles = new ArrayList<>();
        int sentence = 0;
        for (int at = text.indexOf(ENDS); at >= 0; at = text.indexOf(ENDS, at + 1)) {
            int start = Math.max(sentence, text.lastIndexOf('。', at) + 1);
            addTitles(text.substring(start, at), titles);
            sentence = at;
        }
        return titles;
    }

    private static void addTitles(String sentence, List<String> titles) {
        int open = sentence.indexOf('《');
        while (open >= 0) {
            int close = sentence.indexOf('》', open);
            if (close < 0) {
                return;
            }
            titles.add(sentence.substring(open + 1, close));
            open = sentence.indexOf('《', close);
        }
    }
}
