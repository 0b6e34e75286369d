package cn.huying.knowledge.analysis;

import java.util.ArrayList;
import java.util.List;

/** What somebody wants to know, taken out of a long message: the sentences that ask, and the one before them. */
public final class Matter {
    /** Up to here a message is read as it is. */
    private static final int SHORT = 60;
    /** No more is taken out than this. */
    private static final int LONGEST = 120;

    private static final String ENDS = "。！？!?；;\n";
    private static final PhraseMatcher ASKING = PhraseMatcher.of(List.of(
            "吗", "呢", "么", "怎", "什么", "如何", "多少", "多久", "几天", "几岁", "几年", "哪", "谁", "能不能", "可不可以", "可以不", "是不是", "要不要",
            "有没有", "会不会", "该不该", "行不行", "合不合", "能否", "是否", "为什么", "为啥", "咋", "啥", "请问", "想问", "问一下", "问下", "咨询", "合法",
            "?", "？"));

    private Matter() {}

    /** Whether the words ask for something, rather than tell of it. */
    public static boolean asks(String words) {
        return ASKING.occursIn(words);
    }

    public static String of(String message) {
        if (message.length() <= SHORT) {
            return message;
        }
        List<String> sentences = sentences(message);
        StringBuilder matter = new StringBuilder();
        for (int i = 0; i < sentences.size(); i++) {
            boolean leadsOn = i + 1 < sentences.size() && asks(sentences.get(i + 1));
            if ((asks(sentences.get(i)) || leadsOn)
                    && matter.length() + sentences.get(i).length() <= LONGEST) {
                matter.append(sentences.get(i));
            }
        }
        return matter.isEmpty() ? message.substring(0, Math.min(LONGEST, message.length())) : matter.toString();
    }

    private static List<String> sentences(String message) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < message.length(); i++) {
            if (ENDS.indexOf(message.charAt(i)) >= 0) {
                sentences.add(message.substring(start, i + 1));
                start = i + 1;
            }
        }
        sentences.add(message.substring(start));
        return sentences;
    }
}
