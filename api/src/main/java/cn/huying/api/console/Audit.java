package cn.huying.api.console;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for everything staff do: who, what, to what, and how it ended. All four are ids and codes of ours, so no line can be forged by
 * what somebody types.
 */
public final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger("cn.huying.audit");
    private static final int LONGEST = 64;

    public void did(Member member, String what, Object subject, Object outcome) {
        LOG.info("staff={} did={} on={} outcome={}", member.id(), what, subject, outcome);
    }

    /** @param name what was typed as a name: only what could be one is kept */
    public void signIn(String name, String outcome) {
        LOG.info("staff={} did=SIGN_IN outcome={}", isName(name) ? name : "?", outcome);
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
