package cn.huying.api.console;

import cn.huying.bot.staff.Post;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;

/** What a page or a button asks for. Who may run the system reads no resident; who writes a broadcast or an entry approves none. */
public enum Right implements GrantedAuthority {
    REQUESTS,
    /** To send on what no machine could. */
    TRIAGE,
    LETTERS,
    CHANNELS,
    BROADCASTS,
    WRITE_BROADCASTS,
    APPROVE_BROADCASTS,
    /** To hold or to end what is going out: nobody needs leave to do less. */
    STOP_BROADCASTS,
    KNOWLEDGE,
    WRITE_KNOWLEDGE,
    APPROVE_KNOWLEDGE;

    static Set<Right> of(Post post) {
        return switch (post) {
            case WORKER -> EnumSet.noneOf(Right.class);
            case DISPATCHER -> EnumSet.of(REQUESTS, TRIAGE, LETTERS);
            case COMMUNITY ->
                EnumSet.of(REQUESTS, TRIAGE, LETTERS, BROADCASTS, STOP_BROADCASTS, KNOWLEDGE, WRITE_KNOWLEDGE);
            case SUBDISTRICT -> EnumSet.of(REQUESTS, BROADCASTS, STOP_BROADCASTS, KNOWLEDGE);
            case AUTHOR -> EnumSet.of(BROADCASTS, WRITE_BROADCASTS, STOP_BROADCASTS, KNOWLEDGE, WRITE_KNOWLEDGE);
            case APPROVER -> EnumSet.of(BROADCASTS, APPROVE_BROADCASTS, STOP_BROADCASTS, KNOWLEDGE, APPROVE_KNOWLEDGE);
            case ADMIN -> EnumSet.of(LETTERS, CHANNELS);
            case SECURITY -> EnumSet.of(CHANNELS);
            case AUDITOR -> EnumSet.of(CHANNELS, BROADCASTS, KNOWLEDGE);
        };
    }

    @Override
    public String getAuthority() {
        return name();
    }
}
