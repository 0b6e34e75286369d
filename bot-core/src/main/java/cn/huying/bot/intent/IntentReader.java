package cn.huying.bot.intent;

/** Tells what a resident wants from the words alone. */
public final class IntentReader {
    public Intent read(String text) {
        return new Intent.Unclear(text);
    }
}
