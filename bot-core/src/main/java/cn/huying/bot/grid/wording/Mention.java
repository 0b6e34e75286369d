package cn.huying.bot.grid.wording;

import java.util.ArrayList;
import java.util.List;

/** One place a text speaks of, as it is being read; nothing in it has been looked up yet. */
public final class Mention {
    /** Keys of what the text names; several when the name is shared, none when only a number was said. */
    private final List<String> compounds;

    private final List<String> named;
    private String building = "";
    private boolean weak;
    private boolean yard;
    private boolean elsewhere;
    private String unit = "";
    private String room = "";
    private int floor;

    Mention(List<String> compounds, List<String> named) {
        this.compounds = new ArrayList<>(compounds);
        this.named = List.copyOf(named);
    }

    /** A further place in the same compound, or in the same building when the building is not told again. */
    Mention sibling(boolean sameBuilding) {
        Mention next = new Mention(compounds, sameBuilding ? named : List.of());
        if (sameBuilding) {
            next.building = building;
            next.weak = weak;
        }
        next.elsewhere = elsewhere;
        return next;
    }

    public List<String> compounds() {
        return compounds;
    }

    public List<String> named() {
        return named;
    }

    public String building() {
        return building;
    }

    /** Whether the number may well be something else, so that it counts only where the tree has such a building. */
    public boolean weak() {
        return weak;
    }

    /** Whether the number follows a name we do not know; it is that place's then, unless a compound is told after all. */
    public boolean isElsewhere() {
        return elsewhere && !hasCompound();
    }

    /** Whether it was called a yard, which matters only where no compound tells. */
    public boolean isYard() {
        return yard;
    }

    public String unit() {
        return unit;
    }

    public String room() {
        return room;
    }

    public int floor() {
        return floor;
    }

    public boolean hasCompound() {
        return !compounds.isEmpty();
    }

    public boolean hasBuilding() {
        return !building.isEmpty() || !named.isEmpty();
    }

    boolean isEmpty() {
        return !hasCompound() && !hasBuilding() && unit.isEmpty();
    }

    /** 3栋的，幸福里小区: the compound after the building. */
    void in(List<String> told) {
        compounds.addAll(told);
    }

    void building(String number, boolean uncertain) {
        building = number;
        weak = uncertain;
    }

    void elsewhere() {
        elsewhere = true;
    }

    void yard() {
        yard = true;
    }

    void unit(String number) {
        if (unit.isEmpty()) {
            unit = number;
        }
    }

    /** A room tells its floor: 1202 is on the 12th, 5-1 on the 5th. */
    void room(String number) {
        if (room.isEmpty()) {
            room = number;
            int hyphen = number.indexOf('-');
            String of =
                    hyphen > 0 ? number.substring(0, hyphen) : number.substring(0, Math.max(0, number.length() - 2));
            if (floor == 0 && PlaceNumber.isDigits(of)) {
                floor = Integer.parseInt(of);
            }
        }
    }

    void floor(String number) {
        if (floor == 0 && PlaceNumber.isDigits(number)) {
            floor = Integer.parseInt(number);
        }
    }
}
