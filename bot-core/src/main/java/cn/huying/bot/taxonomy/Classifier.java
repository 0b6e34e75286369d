package cn.huying.bot.taxonomy;

/** The door to whatever tells what a text is about. Called for every message on the event loop: must be quick and never block. */
public interface Classifier {
    /**
     * @param text what the resident wrote; a title, where there is one, is its first line
     */
    Classification classify(String text);
}
