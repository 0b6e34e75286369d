package cn.huying.api;

import cn.huying.api.launch.CommandLines;

/** The program: one verb a run, as {@code ./huying} names them. */
public final class Huying {
    private static final String EVENT_LOOPS = "reactor.netty.ioWorkerCount";

    private Huying() {}

    public static void main(String[] args) {
        oneEventLoopForEachCore();
        int exit = CommandLines.verbs().execute(args);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Nothing here blocks an event loop, so more of them than cores (the library makes four at least) only take turns. */
    private static void oneEventLoopForEachCore() {
        if (System.getProperty(EVENT_LOOPS) == null) {
            System.setProperty(
                    EVENT_LOOPS, Integer.toString(Runtime.getRuntime().availableProcessors()));
        }
    }
}
