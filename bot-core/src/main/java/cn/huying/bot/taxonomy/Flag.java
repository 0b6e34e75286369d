package cn.huying.bot.taxonomy;

import java.util.Optional;

/** What is special about the handling of a category; the taxonomy file writes the letter. */
public enum Flag {
    /** Runs the emergency screen first. */
    EMERGENCY('E'),
    /** Private by default: never posted to a group, never exported. */
    SENSITIVE('S'),
    /** Mediation is offered. */
    MEDIATION('M'),
    /** Goes to deliberation or a ballot of the owners. */
    BALLOT('B'),
    /** May create a home visit. */
    VISIT('V'),
    /** The knowledge base is asked before a request is registered. */
    QUESTION_FIRST('Q'),
    /** Looked up for duplicates by place. */
    DUPLICATE_CHECK('D'),
    /** The number of the asset (lamp, lift, cover) is asked. */
    ASSET('A'),
    /** Attached to a running outage, where there is one. */
    INCIDENT('I');

    private final char letter;

    Flag(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    /** The flag a letter of the taxonomy file stands for, empty when there is none. */
    public static Optional<Flag> of(String letter) {
        for (Flag flag : values()) {
            if (letter.length() == 1 && letter.charAt(0) == flag.letter) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }
}
