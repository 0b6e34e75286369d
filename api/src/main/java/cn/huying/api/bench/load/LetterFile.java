package cn.huying.api.bench.load;

import cn.huying.api.bench.lab.BenchException;
import cn.huying.knowledge.load.Characters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real letters, one JSON object a line with {@code title} and {@code text}. */
public final class LetterFile {
    /** No chat client takes more. */
    private static final int LONGEST = 2_000;

    private LetterFile() {}

    public static List<String> read(Path file) {
        JsonMapper json = new JsonMapper();
        List<String> letters = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (!line.isBlank()) {
                    letters.add(words(json.readTree(line)));
                }
            }
        } catch (IOException | JacksonException e) {
            throw new BenchException("读不了 " + file + "：应为每行一个 JSON 对象，含 title 和 text", e);
        }
        return letters;
    }

    private static String words(JsonNode letter) {
        String title = letter.path("title").asString("");
        String text = letter.path("text").asString("");
        return Characters.shortened((title + "\n" + text).strip(), LONGEST, "");
    }
}
