package cn.huying.bot.grid.wording;

import cn.huying.bot.grid.wording.PlaceToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the pieces of a text together to the places it speaks of. A number means what its neighbours make it: 3号 after a compound is a
 * building, after a building a unit, after a unit a room, and elsewhere a day of the month and none of our business.
 */
public final class PlaceReader {
    private static final String LINKS = "-,，、的/ 楼第:：";
    private static final String AND = "、,，和与及跟";
    private static final int SHORTEST_ROOM = 3;

    private final CharSequence text;
    private final List<PlaceToken> tokens;
    private final boolean[] inList;
    private final List<Mention> mentions = new ArrayList<>();
    private Mention current = new Mention(List.of(), List.of());
    private final List<PlaceToken> used = new ArrayList<>();
    private boolean here;
    private boolean common;

    /** What the last piece that was used stands for; decides what a bare number after it is. */
    private Kind last = Kind.NUMBER;

    private int lastEnd = -1;

    private PlaceReader(CharSequence text, List<PlaceToken> tokens) {
        this.text = text;
        this.tokens = tokens;
        this.inList = lists(text, tokens);
    }

    /**
     * What a text says.
     *
     * @param here it speaks of where the resident lives
     * @param common it speaks of ground that belongs to a whole compound
     * @param used the pieces places are made of, in their order
     */
    public record Said(List<Mention> mentions, boolean here, boolean common, List<PlaceToken> used) {
        /** What else it says. @param text the same that was read */
        public String without(String text) {
            StringBuilder rest = new StringBuilder();
            int from = 0;
            for (PlaceToken token : used) {
                rest.append(text, from, Math.max(from, token.start()));
                from = Math.max(from, token.end());
            }
            return rest.append(text, from, text.length()).toString();
        }
    }

    /** @param text in the form {@link PlaceText} gives */
    public static Said read(NameTrie<Meaning> names, CharSequence text) {
        return new PlaceReader(text, new PlaceScanner(names, text).tokens()).read();
    }

    private Said read() {
        for (int i = 0; i < tokens.size(); i++) {
            PlaceToken token = tokens.get(i);
            boolean near = isNear(lastEnd, token.start());
            if (use(token, i, near)) {
                used.add(token);
                lastEnd = token.end();
                if (!near) {
                    checkName(token, i);
                }
            }
        }
        close();
        return new Said(mentions, here, common, used);
    }

    private boolean use(PlaceToken token, int index, boolean near) {
        return switch (token.kind()) {
            case NAME -> name(token);
            case BUILDING -> building(token.value(), false);
            case YARD -> yard(token.value());
            case BLOCK -> block(token, near);
            case UNIT -> unit(token.value());
            case DOOR -> near && last == Kind.BUILDING && unit(token.value());
            case FLOOR -> floor(token);
            case ROOM -> room(token.value());
            case HAO -> near && hao(token);
            case LOU -> lou(token, near, index);
            case NUMBER -> listed(token, index) || (near && number(token, index));
            case CHAIN -> chain(token, near);
        };
    }

    /** A number right behind a name we do not know belongs to that name. */
    private void checkName(PlaceToken token, int index) {
        boolean afterName = index > 0
                && tokens.get(index - 1).kind() == Kind.NAME
                && tokens.get(index - 1).end() == token.start();
        if (token.kind() != Kind.NAME && !afterName && Elsewhere.isBefore(text, token.start())) {
            current.elsewhere();
        }
    }

    private void close() {
        if (!current.isEmpty()) {
            mentions.add(current);
        }
    }

    private void start(Mention next) {
        close();
        current = next;
    }

    private boolean name(PlaceToken token) {
        List<String> compounds = new ArrayList<>();
        List<String> buildings = new ArrayList<>();
        for (Meaning meaning : token.meanings()) {
            switch (meaning) {
                case Meaning.OfCompound(String key) -> compounds.add(key);
                case Meaning.OfBuilding(String key) -> buildings.add(key);
                case Meaning.Here() -> here = true;
                case Meaning.Common() -> common = true;
            }
        }
        if (!compounds.isEmpty()) {
            compound(compounds);
        } else if (!buildings.isEmpty()) {
            named(buildings);
        } else {
            return false;
        }
        return true;
    }

    private void compound(List<String> told) {
        last = Kind.NAME;
        if (!current.hasCompound() && (current.hasBuilding() || !current.unit().isEmpty()) && mentions.isEmpty()) {
            current.in(told);
        } else if (!current.compounds().equals(told)) {
            start(new Mention(told, List.of()));
        }
    }

    private void named(List<String> buildings) {
        last = Kind.BUILDING;
        if (!current.named().equals(buildings)) {
            List<String> compounds = current.compounds();
            if (current.hasCompound() && !current.hasBuilding()) {
                current = new Mention(compounds, buildings);
            } else {
                start(new Mention(compounds, buildings));
            }
        }
    }

    private boolean building(String number, boolean weak) {
        last = Kind.BUILDING;
        if (current.hasBuilding() && !current.building().equals(number)) {
            start(current.sibling(false));
        }
        if (current.building().isEmpty()) {
            current.building(number, weak);
        }
        return true;
    }

    private boolean yard(String number) {
        building(number, false);
        current.yard();
        return true;
    }

    private boolean block(PlaceToken token, boolean near) {
        boolean letter = !PlaceNumber.isDigits(token.value());
        return (letter || (near && last == Kind.NAME)) && building(token.value(), false);
    }

    private boolean unit(String number) {
        last = Kind.UNIT;
        if (!current.unit().isEmpty() && !current.unit().equals(number)) {
            start(current.sibling(true));
        }
        current.unit(number);
        return true;
    }

    private boolean floor(PlaceToken token) {
        current.floor(token.value());
        last = Kind.FLOOR;
        return true;
    }

    private boolean room(String number) {
        current.room(number);
        last = Kind.ROOM;
        return true;
    }

    private boolean hao(PlaceToken token) {
        String value = token.value();
        return switch (last) {
            case NAME -> building(value, false);
            case BUILDING -> value.length() >= SHORTEST_ROOM ? room(value) : unit(value);
            case UNIT, FLOOR -> room(value);
            case YARD, BLOCK, DOOR, ROOM, HAO, LOU, NUMBER, CHAIN -> false;
        };
    }

    /** 幸福里3楼 and 3楼2单元 are buildings, 2单元3楼 and 我家3楼 floors. */
    private boolean lou(PlaceToken token, boolean near, int index) {
        boolean beforeUnit = before(Kind.UNIT, token, index);
        if (!current.hasBuilding() && (beforeUnit || (near && last == Kind.NAME))) {
            return building(token.value(), !beforeUnit);
        }
        return floor(token);
    }

    private boolean number(PlaceToken token, int index) {
        String value = token.value();
        return switch (last) {
            case NAME -> (before(Kind.UNIT, token, index) || before(Kind.ROOM, token, index)) && building(value, false);
            case BUILDING -> value.length() >= SHORTEST_ROOM && room(value);
            case UNIT, FLOOR -> room(value);
            case YARD, BLOCK, DOOR, ROOM, HAO, LOU, NUMBER, CHAIN -> false;
        };
    }

    /** The 3 and the 5 of 3、5、8栋. */
    private boolean listed(PlaceToken token, int index) {
        return inList[index] && building(token.value(), false);
    }

    /** For each piece whether it is a number that a following 栋 counts as well. */
    private static boolean[] lists(CharSequence text, List<PlaceToken> tokens) {
        boolean[] inList = new boolean[tokens.size()];
        for (int i = tokens.size() - 2; i >= 0; i--) {
            PlaceToken token = tokens.get(i);
            PlaceToken next = tokens.get(i + 1);
            inList[i] = token.kind() == Kind.NUMBER
                    && next.start() == token.end() + 1
                    && AND.indexOf(text.charAt(token.end())) >= 0
                    && (next.kind() == Kind.BUILDING || inList[i + 1]);
        }
        return inList;
    }

    private boolean before(Kind kind, PlaceToken token, int index) {
        return index + 1 < tokens.size()
                && tokens.get(index + 1).kind() == kind
                && isNear(token.end(), tokens.get(index + 1).start());
    }

    /** 3-2-501, 3-501 or 3-2 after a compound; 2-501 after a building; 5-1 after a unit; elsewhere only what looks like a dwelling. */
    private boolean chain(PlaceToken token, boolean near) {
        String value = token.value();
        int first = value.indexOf('-');
        int second = value.lastIndexOf('-');
        String tail = value.substring(second + 1);
        boolean dwelling = tail.length() >= SHORTEST_ROOM;
        if (near && last == Kind.UNIT) {
            return room(value);
        }
        if (near && last == Kind.BUILDING && first == second) {
            return unit(value.substring(0, first)) && room(tail);
        }
        if ((near && last == Kind.NAME) || dwelling) {
            building(value.substring(0, first), true);
            return first == second ? tail(tail, dwelling) : unit(value.substring(first + 1, second)) && room(tail);
        }
        return false;
    }

    private boolean tail(String tail, boolean dwelling) {
        return dwelling ? room(tail) : unit(tail);
    }

    /** Whether two pieces stand side by side, with at most a link such as 的 or a hyphen between them. */
    private boolean isNear(int end, int start) {
        return end >= 0 && (start == end || (start == end + 1 && LINKS.indexOf(text.charAt(end)) >= 0));
    }
}
