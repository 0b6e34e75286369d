package cn.huying.bot.content;

/** The content before and after an edition: what both ways back are made of. */
public record Sides(Content before, Content after) {
    static final Sides OF_NOTHING = new Sides(Content.NOTHING, Content.NOTHING);

    Sides next(Edition edition) {
        return new Sides(after, after.with(edition));
    }

    /** Undoes the edition, whatever came after it. */
    public Patch undo() {
        return after.towards(before);
    }

    /** Undoes everything that came after it. */
    public Patch backFrom(Content newest) {
        return newest.towards(after);
    }
}
