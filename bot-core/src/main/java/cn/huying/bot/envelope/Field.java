package cn.huying.bot.envelope;

/** Where a sealed value lives. Bound into the ciphertext, so that it opens nowhere else. */
public record Field(String collection, String id, String name) {}
