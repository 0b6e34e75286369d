package cn.huying.api.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who runs where: the server alone on one core, the store and the generator together on another. */
public enum Cores {
    SERVER(0),
    OTHERS(1);

    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private final int core;

    Cores(int core) {
        this.core = core;
    }

    /** Without the tool, or with a single core, everything runs wherever the system puts it and the figures are worth less. */
    public static boolean canPin() {
        return Files.isExecutable(TASKSET) && (pinned || Runtime.getRuntime().availableProcessors() > 1);
    }

    /** Once this process sits on one core, the runtime sees no other. */
    private static boolean pinned;

    /** What goes before a command to hold it on this core. */
    public List<String> prefix() {
        return canPin() ? List.of(TASKSET.toString(), "-c", Integer.toString(core)) : List.of();
    }

    /** Moves this process with all its threads. */
    public void take() {
        if (canPin()) {
            pinned = move(Integer.toString(core), ProcessHandle.current().pid());
        }
    }

    /** Moves a child with all its threads here. */
    public void take(Child child) {
        if (canPin()) {
            move(Integer.toString(core), child.pid());
        }
    }

    /** Lets a child run on either core: what it compiles while it warms up need not wait for the work that asks for it. */
    public static void loosen(Child child) {
        if (canPin()) {
            move(SERVER.core + "," + OTHERS.core, child.pid());
        }
    }

    private static boolean move(String cores, long pid) {
        try {
            Process moved = new ProcessBuilder(TASKSET.toString(), "-acp", cores, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return moved.waitFor() == 0;
        } catch (IOException e) {
            throw new BenchException("taskset 无法运行", e);
        } catch (InterruptedException e) {
            throw BenchException.interrupted(e);
        }
    }
}
