package cn.huying.bot.repair;

import cn.huying.bot.intent.Feedback;
import cn.huying.knowledge.faq.EntryId;
import java.time.Instant;

/**
 * What a resident said of one answer. Nothing in it tells who.
 *
 * @param id derived with the key of the installation from the answer it is about: handled again it is the same, and who thinks better of it is counted once
 * @param edition the one served when it was said; the answer, half an hour older at most, may be from the one before
 */
public record Verdict(String id, EntryId entry, long edition, Feedback said, Instant at) {}
