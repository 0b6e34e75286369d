package cn.huying.api.demo;

import cn.huying.api.mongo.resident.MongoNewcomers.Newcomer;
import cn.huying.api.simulator.town.DemoResident;
import cn.huying.api.simulator.town.Townspeople;
import cn.huying.bot.grid.Building;
import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.resident.Home;
import cn.huying.bot.resident.ResidentId;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

/**
 * The residents of {@code people/residents.csv} in the demo's community, who told the account where they live. A home that is not in the
 * tree is left out: somebody may have edited the tree.
 */
public final class DemoPopulation {
    private static final int FIELDS = 5;
    private static final int ROOMS_OF_A_FLOOR = 100;
    private static final int LONGEST_ROOM = 5;

    private final GridTree tree;
    private final AppId account;
    private final Map<BuildingId, Compound> compounds = new HashMap<>();
    private final List<Newcomer> newcomers = new ArrayList<>();
    private final List<DemoResident> residents = new ArrayList<>();

    private DemoPopulation(GridTree tree, AppId account) {
        this.tree = tree;
        this.account = account;
        tree.compounds()
                .forEach(compound -> compound.buildings().forEach(building -> compounds.put(building.id(), compound)));
    }

    public static DemoPopulation nobody(GridTree tree, AppId account) {
        return new DemoPopulation(tree, account);
    }

    /** @throws ConfigException with every line nobody could have meant */
    public static DemoPopulation read(Path community, GridTree tree, AppId account) {
        DemoPopulation population = new DemoPopulation(tree, account);
        Path file = community.resolve("people").resolve("residents.csv");
        if (Files.exists(file)) {
            population.read(file);
        }
        return population;
    }

    private void read(Path file) {
        List<ConfigProblem> problems = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                String wrong = line(lines.get(i));
                if (!wrong.isEmpty()) {
                    problems.add(new ConfigProblem(file.toString(), i + 1, wrong, "应为 openid,姓名,楼栋,单元,房号，房号是数字或空"));
                }
            }
        } catch (IOException e) {
            problems.add(new ConfigProblem(file.toString(), 0, "无法读取，或不是 UTF-8 编码", "请检查文件权限，用编辑器另存为 UTF-8"));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    List<Newcomer> newcomers() {
        return List.copyOf(newcomers);
    }

    Townspeople townspeople() {
        return new Townspeople(DemoResident.all(), residents);
    }

    /** Gives what is wrong with the line; empty when nothing is. */
    private String line(String line) {
        List<String> fields = fields(line);
        if (line.isBlank() || line.startsWith("#")) {
            return "";
        }
        if (fields.size() != FIELDS) {
            return "有 " + fields.size() + " 栏，应有 " + FIELDS + " 栏";
        }
        if (!OpenId.isOpenId(fields.getFirst())) {
            return "openid 写法有误";
        }
        if (!isRoom(fields.getLast())) {
            return "房号写法有误：" + fields.getLast();
        }
        place(fields.get(2), fields.get(3), fields.get(4))
                .ifPresent(place -> settle(fields.get(0), fields.get(1), place));
        return "";
    }

    private static boolean isRoom(String room) {
        return room.length() <= LONGEST_ROOM && room.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', from)) {
            fields.add(line.substring(from, comma));
            from = comma + 1;
        }
        fields.add(line.substring(from));
        return fields;
    }

    private Optional<Place> place(String building, String unit, String room) {
        BuildingId id = new BuildingId(building);
        int floor = room.isEmpty() ? 1 : Integer.parseInt(room) / ROOMS_OF_A_FLOOR;
        Optional<GridId> leaf = tree.leaf(id, unit, floor);
        Optional<Building> known = tree.building(id);
        Compound compound = compounds.get(id);
        return leaf.isEmpty() || known.isEmpty() || compound == null
                ? Optional.empty()
                : Optional.of(new Place(
                        leaf.get(),
                        compound.name(),
                        Optional.of(compound.id()),
                        Optional.of(id),
                        known.get().name(),
                        unit,
                        room));
    }

    private void settle(String openId, String name, Place place) {
        Sender sender = new Sender(account, new OpenId(openId));
        String person = UUID.nameUUIDFromBytes(sender.key().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        newcomers.add(new Newcomer(sender, new ResidentId(person), new Home(place)));
        String grid = tree.groupFor(place.grid()).map(Grid::name).orElse("");
        residents.add(new DemoResident(openId, name, about(place), grid, true));
    }

    private static String about(Place place) {
        StringJoiner about = new StringJoiner(" ");
        about.add(place.publicLabel());
        if (!place.unit().isEmpty()) {
            about.add(place.unit() + "单元");
        }
        if (!place.room().isEmpty()) {
            about.add(place.room() + "室");
        }
        return about.toString();
    }
}
