package cn.huying.knowledge.intake;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.util.List;

/** How much one file may hold. More is no knowledge file, or one made to exhaust the machine. */
public final class Limits {
    /** Of a text file. */
    static final int BYTES = 16 << 20;

    public static final int ROWS = 50_000;
    /** What a spreadsheet allows itself. */
    static final int CELL = 32_767;

    private Limits() {}

    /** The refusal of a file as a whole. */
    public static ConfigException refused(String file, int line, String reason, String mend) {
        return new ConfigException(List.of(new ConfigProblem(file, line, reason, mend)));
    }
}
