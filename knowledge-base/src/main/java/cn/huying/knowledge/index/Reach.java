package cn.huying.knowledge.index;

import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.Validity;
import java.util.List;

/** Which entries reach a resident: in force on the day asked, and valid for one of the resident's regions. */
final class Reach {
    private static final int NOT_HERE = -1;

    private Reach() {}

    static boolean[] mayServe(List<Entry> entries, Question question) {
        boolean[] mayServe = new boolean[entries.size()];
        for (int entry = 0; entry < mayServe.length; entry++) {
            mayServe[entry] = mayServe(entries.get(entry).validity(), question);
        }
        return mayServe;
    }

    static boolean mayServe(Validity validity, Question question) {
        return validity.holdsOn(question.on()) && closeness(validity, question) != NOT_HERE;
    }

    /** How close to the resident an answer is: the most specific region has the largest number, the whole country 0. */
    static int closeness(Validity validity, Question question) {
        if (validity.region().equals(Validity.EVERYWHERE)) {
            return 0;
        }
        int place = question.regions().indexOf(validity.region());
        return place < 0 ? NOT_HERE : question.regions().size() - place;
    }
}
