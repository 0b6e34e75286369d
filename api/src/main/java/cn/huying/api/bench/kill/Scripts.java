package cn.huying.api.bench.kill;

import cn.huying.api.bench.load.Platform;
import cn.huying.api.bench.load.Sayings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small conversations whose effects can be looked for afterwards: half of the messages make a request or lead to one. */
final class Scripts {
    private static final String CONFIRM = "确认";

    private final Sayings sayings;
    private final Random random;

    Scripts(Sayings sayings, Random random) {
        this.sayings = sayings;
        this.random = random;
    }

    /** What one resident says, one after the other. */
    record Script(String openId, List<String> texts) {}

    /** Conversations of so many messages in all, each of a resident of its own. */
    List<Script> of(String series, int messages) {
        List<Script> scripts = new ArrayList<>();
        for (int left = messages; left > 0; left -= scripts.getLast().texts().size()) {
            scripts.add(new Script(Platform.openId(series, scripts.size()), texts(left)));
        }
        return scripts;
    }

    private List<String> texts(int most) {
        int kind = random.nextInt(10);
        if (kind < 3 && most > 1) {
            return List.of(sayings.fullReport(random), CONFIRM);
        }
        return List.of(kind < 5 ? sayings.emergency(random) : sayings.question(random));
    }
}
