package cn.huying.bot.dialogue.community;

import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Residents who say anything in any order. {@link Talk} checks every reply; the seed of a talk that went wrong is in its message. */
public final class RandomTalk {
    private static final int LONGEST = 9;
    private static final List<String> COMMANDS =
            List.of("帮助", "菜单", "我的诉求", "人工", "取消", "返回", "确认", "修改", "登记", "继续", "好的", "谢谢", "你好", "再见", "垃圾");
    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "3", "4", "11", "23", "33", "34", "99", "１２", "三", "-1", "12345678901234567890");
    private static final List<String> PLACES = List.of(
            "幸福里",
            "3栋",
            "幸福里3栋2单元",
            "幸福里99栋",
            "桂香苑3栋",
            "我住桂香苑3栋",
            "我住幸福里3栋2单元501",
            "我住火星",
            "二期",
            "公共区域",
            "红砖院2号楼",
            "那个红房子旁边",
            "不知道");
    private static final List<String> MATTERS = List.of(
            "下水道又堵了",
            "幸福里3栋2单元下水道又堵了",
            "楼道灯坏了",
            "桂香苑3栋路灯不亮",
            "物业费",
            "物业费不交会怎样",
            "怎么评三好学生",
            "居住证怎么办",
            "着火了",
            "幸福里3栋2单元着火了",
            "不想活了",
            "楼上太吵了，能不能管管",
            "我妈83岁了有没有高龄补贴");
    private static final List<String> JUNK = List.of(
            "",
            " ",
            "。。。",
            "？",
            "👍👨‍👩‍👧🏽",
            "\u0000\u0007",
            "<xml>]]></xml>",
            "{number} ${x} %s",
            "' OR 1=1 --",
            "a".repeat(2_000),
            "栋".repeat(2_000),
            "3栋".repeat(1_000),
            "💧".repeat(1_000),
            "漏水。".repeat(600),
            "\n".repeat(2_000),
            "我住".repeat(1_000));
    private static final List<String> SCENES =
            List.of("", "building:xingfuli-3", "building:nowhere", "grid:g03", "grid:", "x".repeat(500));
    private static final List<List<String>> VOCABULARY = List.of(COMMANDS, NUMBERS, PLACES, MATTERS, MATTERS, JUNK);

    private RandomTalk() {}

    /** Plays one talk; the same seed plays the same. */
    public static Talk play(Community community, int resident, long seed) {
        Random random = new Random(seed);
        Talk talk = community.with(resident);
        int messages = 1 + random.nextInt(LONGEST);
        try {
            for (int i = 0; i < messages; i++) {
                next(talk, random);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + " after\n" + talk + "\n" + e, e);
        }
        return talk;
    }

    private static void next(Talk talk, Random random) {
        switch (random.nextInt(16)) {
            case 0 -> talk.afterARestart();
            case 1 -> talk.later(Duration.ofHours(random.nextInt(30)));
            case 2, 3, 4 -> talk.sends(oddKind(random));
            default -> talk.says(words(random));
        }
    }

    private static String words(Random random) {
        String words = one(VOCABULARY, random, random);
        return random.nextInt(4) == 0 ? words + one(VOCABULARY, random, random) : words;
    }

    private static String one(List<List<String>> lists, Random which, Random word) {
        return one(lists.get(which.nextInt(lists.size())), word);
    }

    private static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static Function<Origin, InboundMessage> oddKind(Random random) {
        String scene = one(SCENES, random);
        String words = words(random);
        double latitude = random.nextInt(3) == 0 ? random.nextDouble() * 400 - 200 : 39.29056;
        double longitude = random.nextInt(3) == 0 ? Double.NaN : 83.58373;
        return switch (random.nextInt(12)) {
            case 0 -> origin -> new InboundMessage.Voice(origin, "m", words);
            case 1 -> origin -> new InboundMessage.Voice(origin, "m", "");
            case 2 -> origin -> new InboundMessage.Image(origin, "m", "");
            case 3 -> origin -> new InboundMessage.Video(origin, "m", "t");
            case 4 -> origin -> new InboundMessage.Link(origin, words, "", "");
            case 5 -> origin -> new InboundMessage.Location(origin, latitude, longitude, words);
            case 6 -> origin -> new InboundMessage.Subscribed(origin, scene);
            case 7 -> InboundMessage.Unsubscribed::new;
            case 8 -> origin -> new InboundMessage.Scanned(origin, scene);
            case 9 -> origin -> new InboundMessage.MenuClicked(origin, words);
            case 10 -> origin -> new InboundMessage.LocationReported(origin, latitude, longitude);
            default -> origin -> new InboundMessage.Unsupported(origin, words);
        };
    }
}
