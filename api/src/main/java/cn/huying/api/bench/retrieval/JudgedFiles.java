package cn.huying.api.bench.retrieval;

import cn.huying.knowledge.digest.Sha256;
import cn.huying.knowledge.law.Article;
import cn.huying.knowledge.law.JudgedQuestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A corpus of articles, questions and judgements: lines of JSON, and lines of question, 0, article, grade. */
public final class JudgedFiles {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int FIELDS = 4;
    private static final int DIGITS = 16;

    private JudgedFiles() {}

    public static List<Article> articles(Path corpus) throws IOException {
        List<Article> articles = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(corpus)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    JsonNode row = JSON.readTree(line);
                    articles.add(Article.named(
                            row.path("id").asString(),
                            row.path("name").asString(),
                            row.path("text").asString()));
                }
            }
        }
        return articles;
    }

    /** Only questions with a judgement. */
    public static List<JudgedQuestion> questions(Path queries, Path qrels) throws IOException {
        Map<String, Set<String>> answers = answers(qrels);
        List<JudgedQuestion> questions = new ArrayList<>();
        for (String line : Files.readAllLines(queries)) {
            if (!line.isBlank()) {
                JsonNode row = JSON.readTree(line);
                Set<String> right = answers.getOrDefault(row.path("qid").asString(), Set.of());
                if (!right.isEmpty()) {
                    questions.add(new JudgedQuestion(row.path("query").asString(), right));
                }
            }
        }
        return questions;
    }

    /** The titles of letters, lines of JSON as well. */
    public static List<String> titles(Path letters) throws IOException {
        List<String> titles = new ArrayList<>();
        for (String line : Files.readAllLines(letters)) {
            String title =
                    line.isBlank() ? "" : JSON.readTree(line).path("title").asString("");
            if (!title.isBlank()) {
                titles.add(title);
            }
        }
        return titles;
    }

    /** One sentence a line; lines with # in front are remarks. */
    public static List<String> sentences(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static Map<String, Set<String>> answers(Path qrels) throws IOException {
        Map<String, Set<String>> answers = new HashMap<>();
        for (String line : Files.readAllLines(qrels)) {
            StringTokenizer fields = new StringTokenizer(line);
            if (fields.countTokens() == FIELDS) {
                String question = fields.nextToken();
                fields.nextToken();
                String article = fields.nextToken();
                if (!fields.nextToken().equals("0")) {
                    answers.computeIfAbsent(question, _ -> new HashSet<>()).add(article);
                }
            }
        }
        return answers;
    }

    /** The same for the same questions, in whatever order they are. */
    public static String fingerprint(List<JudgedQuestion> questions) {
        return Sha256.hex(
                questions.stream()
                        .map(JudgedQuestion::text)
                        .sorted()
                        .map(text -> text + "\n")
                        .collect(Collectors.joining()),
                DIGITS);
    }
}
