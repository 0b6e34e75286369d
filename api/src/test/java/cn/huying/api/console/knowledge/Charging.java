package cn.huying.api.console.knowledge;

import cn.huying.bot.repair.Asked;
import cn.huying.bot.repair.Unanswered;
import cn.huying.knowledge.faq.Action;
import cn.huying.knowledge.faq.Answer;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.Source;
import cn.huying.knowledge.faq.Validity;
import cn.huying.knowledge.faq.Wording;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An invented question nobody could answer, and the entry that answers it. */
public final class Charging {
    public static final String QUESTION = "小区能装充电桩吗";

    private Charging() {}

    public static List<Unanswered> asked() {
        return List.of(
                Asked.question(1, QUESTION),
                Asked.question(2, QUESTION),
                Asked.question(3, "我们小区能不能装充电桩"),
                Asked.useless(4, "暖气不热找谁退费", "heating"),
                Asked.question(5, "小区装充电桩要谁同意"));
    }

    /** What an editor types. */
    public static Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("id", "charging-pile");
        typed.put("topic", "电动车");
        typed.put("question", QUESTION);
        typed.put("variants", "能不能装充电桩\n物业不让装充电桩\n充电桩怎么申请\n装桩要谁同意");
        typed.put("answer", "可以。先向物业要安装证明，再向供电公司申请。");
        typed.put("steps", "向物业提出\n带证明去供电公司");
        typed.put("bring", "身份证\n车位证明");
        typed.put("sources", "《中华人民共和国民法典》第二百七十一条\n某市发改委《充电设施建设办法》（试行）");
        typed.put("region", "全国");
        typed.put("from", "2026-01-01");
        typed.put("until", "");
        typed.put("reviewed", "2026-11-20");
        typed.put("category", "");
        typed.put("phone", "");
        typed.put("related", "");
        typed.put("reason", "居民常问");
        return typed;
    }

    public static Entry entry(String id, String question, LocalDate reviewed, Optional<LocalDate> until) {
        return new Entry(
                new EntryId(id),
                "水电气热与公共设施",
                new Wording(question, List.of(question + "甲", question + "乙", question + "丙", question + "丁")),
                new Answer("先找供热单位。", List.of("打电话"), List.of("户口本")),
                List.of(new Source.Policy("供热办法", "某市城管局", "")),
                new Validity(Validity.EVERYWHERE, LocalDate.of(2020, 1, 1), until, reviewed),
                new Action(Optional.empty(), Optional.of("12345"), List.of()));
    }

    public static Entry heating() {
        return entry("heating", "暖气不热怎么办？", LocalDate.of(2024, 1, 1), Optional.empty());
    }

    public static Entry over() {
        return entry("heating-2025", "暖气费什么时候交？", LocalDate.of(2026, 1, 1), Optional.of(LocalDate.of(2026, 3, 1)));
    }
}
