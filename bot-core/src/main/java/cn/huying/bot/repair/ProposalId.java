package cn.huying.bot.repair;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The identity of a proposal: random, 32 hexadecimal digits. */
public record ProposalId(String value) {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public ProposalId {
        if (!isId(value)) {
            throw new IllegalArgumentException("not a proposal's id");
        }
    }

    public static ProposalId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ProposalId(HexFormat.of().formatHex(bytes));
    }

    public static boolean isId(String value) {
        return value.length() == 2 * BYTES
                && value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    @Override
    public String toString() {
        return value;
    }
}
