package cn.huying.knowledge.index;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was found for the questions of late. They come again, and what was found for one knowledge base does not change. */
final class RecentFindings {
    private static final int MOST = 4_096;
    /** Longer ones are stories, and nobody tells one twice. */
    private static final int LONGEST = 120;

    private final Map<Question, Finding> findings = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Finding> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Finding> find(Question question) {
        return Optional.ofNullable(findings.get(question));
    }

    synchronized void keep(Question question, Finding finding) {
        if (question.text().length() <= LONGEST) {
            findings.put(question, finding);
        }
    }
}
