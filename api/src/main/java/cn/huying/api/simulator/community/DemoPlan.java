package cn.huying.api.simulator.community;

import cn.huying.api.simulator.community.DemoCompound.Shape.Towers;
import cn.huying.api.simulator.community.DemoCompound.Shape.WalkUps;
import cn.huying.api.simulator.community.DemoCompound.Shape.Yards;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Who lives where: every dwelling in a row of its unit, rows gathered to micro grids of 20 to 30 households, micro grids to grids, and
 * just enough dwellings empty that the households come out at the wanted number.
 */
final class DemoPlan {
    private static final int FEWEST_IN_MICRO = 20;
    private static final int MOST_IN_MICRO = 30;
    private static final int YARDS_FILL_AT = 25;
    private static final int STAIRS_IN_MICRO = 2;

    /** A unit or some of its floors; what one line of a file says. */
    static final class Row {
        final DemoCompound compound;
        final int building;
        final String unit;
        final String floors;
        int households;
        int micro = -1;

        private Row(DemoCompound compound, int building, String unit, String floors, int households) {
            this.compound = compound;
            this.building = building;
            this.unit = unit;
            this.floors = floors;
            this.households = households;
        }
    }

    /** Rows that one micro grid consists of; its grid is counted from 0. */
    static final class Micro {
        final List<Row> rows = new ArrayList<>();
        int grid;
        int numberInGrid;

        int households() {
            return rows.stream().mapToInt(row -> row.households).sum();
        }

        DemoCompound compound() {
            return rows.getFirst().compound;
        }
    }

    final List<Micro> micros = new ArrayList<>();
    private final List<DemoCompound> compounds;
    private final Random random;

    DemoPlan(List<DemoCompound> compounds, int grids, int households, long seed) {
        this.compounds = List.copyOf(compounds);
        this.random = new Random(seed);
        compounds.forEach(this::settle);
        micros.forEach(DemoPlan::check);
        empty(households);
        gather(grids, households);
    }

    List<DemoCompound> compounds() {
        return compounds;
    }

    List<Row> rows(DemoCompound compound) {
        return micros.stream()
                .flatMap(micro -> micro.rows.stream())
                .filter(row -> row.compound.equals(compound))
                .toList();
    }

    private void settle(DemoCompound compound) {
        switch (compound.shape()) {
            case Towers towers -> towers(compound, towers);
            case WalkUps walkUps -> walkUps(compound, walkUps);
            case Yards yards -> yards(compound, yards);
        }
    }

    private void towers(DemoCompound compound, Towers shape) {
        int height = shape.floors() / shape.bands();
        for (int building = 1; building <= shape.buildings(); building++) {
            for (int unit = 1; unit <= shape.units(); unit++) {
                for (int band = 0; band < shape.bands(); band++) {
                    int lowest = band * height + 1;
                    int highest = band == shape.bands() - 1 ? shape.floors() : lowest + height - 1;
                    String floors = shape.bands() == 1 ? "" : lowest + "-" + highest;
                    int households = (highest - lowest + 1) * shape.perFloor();
                    micro().rows.add(new Row(compound, building, Integer.toString(unit), floors, households));
                }
            }
        }
    }

    private void walkUps(DemoCompound compound, WalkUps shape) {
        Micro micro = micro();
        for (int building = 1; building <= shape.buildings(); building++) {
            for (int unit = 1; unit <= shape.units(); unit++) {
                if (micro.rows.size() == STAIRS_IN_MICRO) {
                    micro = micro();
                }
                int households = shape.floors() * shape.perFloor();
                micro.rows.add(new Row(compound, building, Integer.toString(unit), "", households));
            }
        }
    }

    private void yards(DemoCompound compound, Yards shape) {
        Micro micro = micro();
        for (int yard = 1; yard <= shape.buildings(); yard++) {
            if (micro.households() >= YARDS_FILL_AT) {
                micro = micro();
            }
            micro.rows.add(new Row(compound, yard, "", "", 1 + random.nextInt(2)));
        }
    }

    private static void check(Micro micro) {
        if (micro.households() < FEWEST_IN_MICRO || micro.households() > MOST_IN_MICRO) {
            throw new IllegalStateException(micro.compound().id() + ": a micro grid of " + micro.households());
        }
    }

    private Micro micro() {
        Micro micro = new Micro();
        micros.add(micro);
        return micro;
    }

    /** Some dwellings stand empty, one at a time somewhere at random, until the wanted number of households is left. */
    private void empty(int households) {
        int left = micros.stream().mapToInt(Micro::households).sum() - households;
        if (left < 0) {
            throw new IllegalStateException("too few dwellings: " + -left + " missing");
        }
        while (left > 0) {
            Micro micro = micros.get(random.nextInt(micros.size()));
            Row row = micro.rows.get(random.nextInt(micro.rows.size()));
            if (micro.households() > FEWEST_IN_MICRO && row.households > 1) {
                row.households--;
                left--;
            }
        }
    }

    /** Cuts the row of micro grids into grids of about the same size, never through a building. */
    private void gather(int grids, int households) {
        int grid = 0;
        int number = 0;
        int before = 0;
        for (int i = 0; i < micros.size(); i++) {
            Micro micro = micros.get(i);
            boolean newBuilding = i > 0 && !sameBuilding(micros.get(i - 1), micro);
            if (newBuilding && grid < grids - 1 && before >= (grid + 1) * households / grids - micro.households()) {
                grid++;
                number = 0;
            }
            micro.grid = grid;
            micro.numberInGrid = ++number;
            for (Row row : micro.rows) {
                row.micro = i;
            }
            before += micro.households();
        }
        if (grid != grids - 1) {
            throw new IllegalStateException("cut into " + (grid + 1) + " grids");
        }
    }

    private static boolean sameBuilding(Micro one, Micro next) {
        Row last = one.rows.getLast();
        Row first = next.rows.getFirst();
        return last.compound.equals(first.compound) && last.building == first.building;
    }
}
