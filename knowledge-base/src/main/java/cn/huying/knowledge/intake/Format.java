package cn.huying.knowledge.intake;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms a file of knowledge can have. */
public enum Format {
    MARKDOWN("md", "markdown"),
    YAML("yml", "yaml"),
    CSV("csv"),
    XLSX("xlsx");

    private final List<String> endings;

    Format(String... endings) {
        this.endings = List.of(endings);
    }

    /** How a file of this form usually ends. */
    public String ending() {
        return endings.getFirst();
    }

    /** By a file's ending; empty when it is none of them. */
    public static Optional<Format> of(Path file) {
        String name = String.valueOf(file.getFileName());
        return named(name.substring(name.lastIndexOf('.') + 1));
    }

    /** By its name, as an operator types it: md, yaml, csv, xlsx. */
    public static Optional<Format> named(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.contains(small))
                .findFirst();
    }
}
