package cn.huying.api.simulator.community;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Draws up the demo's community and writes it as the files of {@code config/demo/community}: tree and compounds, outlines, staff, residents. The same seed gives the same files, byte for byte;
 * the size follows a community of which a newspaper reported 14 grids and 7,233 households.
 */
public final class DemoCommunity {
    static final int GRIDS = 14;
    static final int HOUSEHOLDS = 7_233;
    static final int RESIDENTS = 2_000;
    private static final long SEED = 20_261_121;

    private DemoCommunity() {}

    /** @param args the folder to rewrite; {@code config/demo/community} when left out */
    public static void main(String[] args) throws IOException {
        write(Path.of(args.length > 0 ? args[0] : "config/demo/community"));
    }

    /** Rewrites a folder: what is not part of the community any more is removed. */
    static void write(Path folder) throws IOException {
        Map<String, String> files = files();
        Files.createDirectories(folder);
        for (Path old : present(folder)) {
            if (!files.containsKey(old.getFileName().toString())) {
                Files.delete(old);
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
    }

    /** The files by name. */
    static Map<String, String> files() {
        List<DemoCompound> compounds = DemoTable.COMPOUNDS;
        DemoPlan plan = new DemoPlan(compounds, GRIDS, HOUSEHOLDS, SEED);
        DemoYaml yaml = new DemoYaml(plan);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("00-organisation.yml", yaml.organisation(GRIDS));
        for (int i = 0; i < compounds.size(); i++) {
            String name = String.format(
                    Locale.ROOT, "%02d-%s.yml", i + 1, compounds.get(i).id());
            files.put(name, yaml.compound(compounds.get(i), i));
        }
        files.put("grids.geojson", new DemoMap(plan).outlines());
        files.put("staff/rota.yml", new DemoRota(plan).yaml());
        files.put("people/residents.csv", new DemoPeople(plan, SEED).csv(RESIDENTS));
        return files;
    }

    private static List<Path> present(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(".yml")).toList();
        }
    }
}
