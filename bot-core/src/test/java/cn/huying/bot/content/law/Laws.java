package cn.huying.bot.content.law;

import cn.huying.knowledge.law.text.Law;
import cn.huying.knowledge.law.text.LawMarkdown;

/** Invented laws. */
public final class Laws {
    private Laws() {}

    /** A law of three articles and 第二条之一, in force from the day of its version. */
    public static Law law(String title, String version, String last) {
        return LawMarkdown.read(title + "(" + version + ").md", """
                # 中华人民共和国%s

                1999年1月1日 第九届全国人民代表大会常务委员会通过

                <!-- INFO END -->

                ## 第一章 总则

                第一条 为了安静，制定本法。

                第二条 应当安静：

                （一）夜里；

                （二）中午。

                第二条之一 不得喧哗。

                ### 第一节 附则

                第三条 %s本法自1999年3月1日起施行。
                """.formatted(title, last));
    }

    /** A law in one text, without chapters. */
    public static Law whole(String title, String version, String articles) {
        return LawMarkdown.read(title + "(" + version + ").md", "# " + title + "\n\n<!-- INFO END -->\n\n" + articles);
    }

    public static Law part(String title, String part, String version, String articles) {
        return LawMarkdown.read(
                part + "(" + version + ").md", "# " + title + "\n\n# " + part + "\n\n<!-- INFO END -->\n\n" + articles);
    }
}
