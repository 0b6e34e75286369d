package cn.huying.api.simulator.community;

import java.util.List;

/**
 * A compound of the demo before anybody lives in it.
 *
 * @param management as {@code ManagementMode} names it
 * @param measure what its buildings are called after their number: 栋, 号楼, 座, 号院
 * @param lettered whether buildings count A, B, C
 * @param aliases a building's number and the name of its own people also use; empty pairs none
 */
record DemoCompound(
        String id,
        String name,
        List<String> nicknames,
        String management,
        String property,
        String measure,
        boolean lettered,
        Shape shape,
        List<Alias> aliases) {
    record Alias(String number, String name) {}

    /** How the buildings are made. */
    sealed interface Shape {
        int buildings();

        /** Units so tall that each is shared by several micro grids, or just fills one. */
        record Towers(int buildings, int units, int floors, int perFloor, int bands) implements Shape {}

        /** Old stairwells of which two together make a micro grid. */
        record WalkUps(int buildings, int units, int floors, int perFloor) implements Shape {}

        /** One or two households behind a gate. */
        record Yards(int buildings) implements Shape {}
    }
}
