package cn.huying.api.spool;

/** The spool holds as much as it may; the platform must be told that the message was not received. */
public final class SpoolFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpoolFullException() {
        super("the spool is full");
    }
}
