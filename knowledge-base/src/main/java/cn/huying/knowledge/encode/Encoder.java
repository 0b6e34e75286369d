package cn.huying.knowledge.encode;

import java.util.List;

/** Turns a text into a direction in the space of meanings: texts about one matter point the same way. Safe for use by several threads. */
public interface Encoder {
    /** How many numbers a vector has. */
    int DIMENSIONS = 512;

    /** A vector of length 1. */
    float[] encode(String text);

    /** The same for many, in their order; cheaper than one by one. */
    List<float[]> encodeAll(List<String> texts);
}
