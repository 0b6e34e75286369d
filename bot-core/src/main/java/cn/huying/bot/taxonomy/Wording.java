package cn.huying.bot.taxonomy;

import java.text.Normalizer;

/**
 * Brings the many ways of typing one word into one form: compatibility forms and full width, upper case, Chinese digits, common
 * traditional characters; spaces inside a text are dropped, line ends stay because they end a sentence. Linear in the length of the text.
 */
public final class Wording {
    private static final String DIGITS = "〇0零0一1二2三3四4五5六6七7八8九9";

    /** The traditional characters residents' matters are written with, each followed by the simplified one. */
    private static final String TRADITIONAL = "電电樓楼壞坏燈灯車车輛辆佔占門门鎖锁鄰邻鬧闹聲声響响髒脏亂乱貼贴廣广場场業业費费價价錢钱還还賬账騙骗買买賣卖貨货醫医療疗"
            + "險险藥药學学園园長长護护證证戶户遷迁墳坟喪丧裝装牆墙頂顶積积凍冻結结氣气網网訊讯號号線线纜缆綠绿樹树葉叶蟲虫貓猫維维權权"
            + "壓压熱热煙烟災灾滅灭盜盗傷伤殺杀報报誰谁麼么們们個个這这裡里裏里邊边過过進进開开關关點点時时間间幾几無无沒没請请問问辦办"
            + "處处區区鐵铁橋桥圍围欄栏燒烧塵尘異异濕湿滲渗單单層层棟栋鄉乡農农溝沟養养殘残優优勞劳動动資资闆板產产繼继離离婦妇兒儿嬰婴"
            + "寵宠飼饲廁厕殼壳掃扫倉仓庫库環环衛卫汙污臟脏廢废舊旧擋挡擾扰歲岁協协調调議议選选舉举監监攝摄";

    private static final char[] FOLD = fold();

    private Wording() {}

    public static String normal(String text) {
        String compatible = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder normal = new StringBuilder(compatible.length());
        for (int i = 0; i < compatible.length(); i++) {
            char c = compatible.charAt(i);
            if (c == '\n' || !isBlank(c)) {
                normal.append(FOLD[c]);
            }
        }
        return normal.toString();
    }

    /** Whether a character ends a sentence; a full stop of western writing does not, it stands in numbers. */
    public static boolean endsSentence(char normal) {
        return switch (normal) {
            case '。', '!', '?', ';', '\n', '…' -> true;
            default -> false;
        };
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u3000' || Character.getType(c) == Character.FORMAT || Character.isSpaceChar(c);
    }

    private static char[] fold() {
        char[] fold = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < fold.length; c++) {
            fold[c] = Character.toLowerCase((char) c);
        }
        map(fold, DIGITS);
        map(fold, TRADITIONAL);
        return fold;
    }

    private static void map(char[] fold, String pairs) {
        for (int i = 0; i < pairs.length(); i += 2) {
            fold[pairs.charAt(i)] = pairs.charAt(i + 1);
        }
    }
}
