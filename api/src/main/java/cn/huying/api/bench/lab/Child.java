package cn.huying.api.bench.lab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A process of this same program, run by this same runtime with the same options. */
public final class Child {
    private static final String MAIN = "cn.huying.api.Huying";
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final int TOLD_LINES = 30;
    private static final int POLL_MS = 5;
    private static final int USER_TICKS = 11;
    private static final long MILLIS_A_TICK = 10;

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * @param home the folder with {@code config/}
     * @param settings what the process finds in its environment; ours is left out where it would change where it stores or listens
     */
    record Start(String name, Path home, Path log, List<String> command, Map<String, String> settings) {}

    /** How this same program is run again. @param options of the runtime, beside ours */
    static List<String> likeUs(List<String> prefix, List<String> options, String... verb) {
        List<String> command = new ArrayList<>(prefix);
        command.add(java());
        command.addAll(jvmOptions());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), MAIN));
        command.addAll(List.of(verb));
        return command;
    }

    /** The runtime we run on. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Child start(Start start) {
        ProcessBuilder builder = new ProcessBuilder(start.command())
                .directory(start.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(start.log().toFile()));
        builder.environment().keySet().removeIf(Child::isSetting);
        builder.environment().putAll(start.settings());
        try {
            return new Child(start.name(), builder.start(), start.log());
        } catch (IOException e) {
            throw new BenchException(start.name() + " 无法启动", e);
        }
    }

    private static boolean isSetting(String variable) {
        return variable.startsWith("HUYING_")
                || variable.equals("PORT")
                || variable.equals("MANAGEMENT_PORT")
                || variable.equals("MONGODB_URI")
                || variable.equals("REDIS_URI");
    }

    /** The options of this process, but not those that attach a tool to it. */
    public static List<String> jvmOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option ->
                        option.startsWith("-X") || option.startsWith("--enable") || option.startsWith("--sun"))
                .toList();
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .reduce((one, other) -> one + System.getProperty("path.separator") + other)
                .orElseThrow();
    }

    /** Waits until it is ready; a process that ended instead is quoted. */
    public Child await(BooleanSupplier ready) {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new BenchException(name + (process.isAlive() ? " 迟迟没有就绪" : " 没有启动成功") + "，它最后说：\n" + lastWords());
            }
            pause(POLL_MS);
        }
        return this;
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw BenchException.interrupted(e);
        }
    }

    public String lastWords() {
        try {
            // whatever encoding it spoke: words cut short by a kill are no reason to tell nothing
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "（没有输出）";
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** User and system time so far, with that of the processes it started. */
    public Duration cpu() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How long its compiler threads have been at work so far; nothing where the system does not tell. */
    public Duration compiling() {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return Duration.ofMillis(MILLIS_A_TICK
                    * threads.map(thread -> thread.resolve("stat"))
                            .mapToLong(Child::compilerTicks)
                            .sum());
        } catch (IOException notLinux) {
            return Duration.ZERO;
        }
    }

    /** The name of a thread stands in brackets; user and system time are the 12th and 13th field after it. */
    private static long compilerTicks(Path stat) {
        try {
            String line = Files.readString(stat);
            String name = line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            boolean compiler = name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler");
            return compiler ? Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1]) : 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Resident memory in megabytes, 0 where the system does not tell. */
    public long rssMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.substring("VmRSS:".length())
                                    .replace("kB", "")
                                    .strip())
                            / 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }

    /** Stops it in its tracks until it is let go on; it may be killed meanwhile. Nothing where there are no signals. */
    public void hold() {
        signal("-STOP");
    }

    /** Lets it go on. */
    public void release() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException noSignals) {
            return;
        } catch (InterruptedException e) {
            throw BenchException.interrupted(e);
        }
    }

    /** SIGKILL, to this process alone. Gives what it had started and left behind. */
    public List<ProcessHandle> kill() {
        List<ProcessHandle> left = process.descendants().toList();
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(20));
        return left;
    }

    /** Asks it to end. @return whether it did in that time */
    public boolean end(Duration within) {
        process.destroy();
        return awaitEnd(within);
    }

    private boolean awaitEnd(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whatever happens: nothing of it stays. */
    public void destroy() {
        List<ProcessHandle> left = process.descendants().toList();
        process.destroyForcibly();
        left.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(Duration.ofSeconds(20));
    }
}
