package cn.huying.bot.grid.wording;

import java.util.List;

/**
 * A piece of a text that may be part of a place.
 *
 * @param value the number in its compared form, parts of a chain joined by hyphens; empty for names
 * @param meanings what a name stands for; empty for numbers
 */
record PlaceToken(Kind kind, int start, int end, String value, List<Meaning> meanings) {
    enum Kind {
        NAME,
        /** 3栋, 三号楼, 3#. */
        BUILDING,
        /** 12号院. */
        YARD,
        /** 3座: a building only where a compound stands before it. */
        BLOCK,
        /** 2单元. */
        UNIT,
        /** 2门: a unit only where a building stands before it. */
        DOOR,
        /** 5层. */
        FLOOR,
        /** 501室. */
        ROOM,
        /** 3号: a building, a unit, a room or a day, whatever stands around it. */
        HAO,
        /** 3楼: a building or a floor. */
        LOU,
        /** A number that stands alone. */
        NUMBER,
        /** 3-2-501 and 3-501. */
        CHAIN
    }

    static PlaceToken number(Kind kind, int start, int end, String value) {
        return new PlaceToken(kind, start, end, value, List.of());
    }
}
