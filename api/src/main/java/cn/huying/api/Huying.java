package cn.huying.api;

import cn.huying.api.launch.CommandLines;

/** The program: one verb a run, as {@code ./huying} names them. */
public final class Huying {
    private Huying() {}

    public static void main(String[] args) {
        int exit = CommandLines.verbs().execute(args);
        if (exit != 0) {
            System.exit(exit);
        }
    }
}
