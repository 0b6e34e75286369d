package cn.huying.bot.envelope;

/** A sealed value could not be opened: wrong key, wrong place or changed bytes. Never an empty text instead. */
public final class UnreadableFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFieldException(Field field) {
        super("无法解密 " + field.collection() + "." + field.name());
    }
}
