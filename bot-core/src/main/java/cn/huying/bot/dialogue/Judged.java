package cn.huying.bot.dialogue;

import cn.huying.bot.intent.Feedback;
import cn.huying.bot.message.Sender;
import java.time.Instant;

/** What a resident said of an answer. @param answeredAt when it was given: a resident's answers are told apart by that */
public record Judged(Sender resident, String entry, Instant answeredAt, Feedback verdict) {}
