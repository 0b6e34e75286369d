package cn.huying.api.delivery;

import java.io.IOException;

/** The call ended before the platform can have seen the request: no connection, no token. Safe to try again. */
public final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    public NotSentException(Throwable cause) {
        super(cause.getClass().getSimpleName(), cause);
    }

    public NotSentException(String reason) {
        super(reason);
    }
}
