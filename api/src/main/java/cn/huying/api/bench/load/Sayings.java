package cn.huying.api.bench.load;

import cn.huying.api.bench.lab.BenchException;
import cn.huying.bot.grid.Building;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.UnitEntrance;
import cn.huying.bot.grid.folder.GridFolder;
import cn.huying.knowledge.faq.KnowledgeFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What invented residents say: the questions of the own knowledge base in their own and in altered wordings, troubles at places of the
 * demo community, small talk, and words that only mean something after a question of the bot. Hardly a text comes twice, because a small
 * set would flatter every cache on the way.
 */
public final class Sayings {
    private final List<String> questions;
    private final List<String> places;
    private final List<String> openings = lines("openings");
    private final List<String> endings = lines("endings");
    private final List<String> smallTalk = lines("smalltalk");
    private final List<String> followUps = lines("followups");
    private final List<String> troubles = lines("troubles");
    private final List<String> when = lines("when");
    private final List<String> emergencies = lines("emergencies");
    private final List<String> moves = lines("places");

    private Sayings(List<String> questions, List<String> places) {
        this.questions = questions;
        this.places = places;
    }

    /** @param config the folder with {@code knowledge/} and {@code demo/community/} */
    public static Sayings of(Path config) {
        List<String> questions = KnowledgeFiles.load(config.resolve("knowledge")).stream()
                .flatMap(entry -> entry.wording().phrases())
                .toList();
        List<String> places = new ArrayList<>();
        for (Compound compound :
                GridFolder.read(config.resolve("demo/community")).tree().compounds()) {
            for (Building building : compound.buildings()) {
                building.entrances().forEach(entrance -> places.addAll(waysToSay(compound, building, entrance)));
            }
        }
        return new Sayings(questions, List.copyOf(places));
    }

    private static List<String> waysToSay(Compound compound, Building building, UnitEntrance entrance) {
        String unit = entrance.number().isEmpty() ? "" : entrance.number() + "单元";
        List<String> ways = new ArrayList<>();
        ways.add(compound.name() + building.name() + unit);
        compound.nicknames().forEach(nickname -> ways.add(nickname + building.name() + unit));
        return ways;
    }

    /** How many texts the parts make, before spelling is varied. */
    public long variety() {
        long asked = (long) questions.size() * (openings.size() + 1) * (endings.size() + 1);
        return asked + (long) troubles.size() * when.size() * (places.size() + 1);
    }

    public String next(Random random) {
        int kind = random.nextInt(1_000);
        if (kind < 480) {
            return question(random);
        }
        if (kind < 730) {
            return report(random);
        }
        if (kind < 880) {
            return one(smallTalk, random);
        }
        if (kind < 970) {
            return one(followUps, random);
        }
        return kind < 998 ? one(moves, random).replace("{place}", exactPlace(random)) : emergency(random);
    }

    /** A third as the knowledge base knows it, the others as people type. */
    public String question(Random random) {
        String question = one(questions, random);
        if (random.nextInt(3) == 0) {
            return question;
        }
        String opening = random.nextBoolean() ? one(openings, random) : "";
        String ending = random.nextBoolean() ? one(endings, random) : "";
        return opening + (random.nextInt(4) == 0 ? mistyped(question, random) : question) + ending;
    }

    /** Half of them say where. */
    public String report(Random random) {
        String where = random.nextBoolean() ? exactPlace(random) : "";
        return where + one(when, random) + one(troubles, random) + (random.nextInt(3) == 0 ? one(endings, random) : "");
    }

    /** A trouble with everything there: what and where. */
    public String fullReport(Random random) {
        return exactPlace(random) + one(when, random) + one(troubles, random);
    }

    public String emergency(Random random) {
        return exactPlace(random) + one(emergencies, random);
    }

    private String exactPlace(Random random) {
        String place = one(places, random);
        return random.nextInt(3) == 0 ? place + (random.nextInt(6) + 1) + "0" + (random.nextInt(4) + 1) + "室" : place;
    }

    private static String mistyped(String text, Random random) {
        if (text.length() < 5) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 3);
        if (Character.isSurrogate(text.charAt(at)) || Character.isSurrogate(text.charAt(at + 1))) {
            return text;
        }
        return random.nextBoolean()
                ? text.substring(0, at) + text.substring(at + 1)
                : text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> lines(String name) {
        try (InputStream in = Sayings.class.getResourceAsStream("/bench/" + name + ".txt")) {
            if (in == null) {
                throw new BenchException("程序里没有 bench/" + name + ".txt");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
