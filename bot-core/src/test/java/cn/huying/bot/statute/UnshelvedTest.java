package cn.huying.bot.statute;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.knowledge.law.text.ArticleNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnshelvedTest {
    private static final Unshelved READER = new Unshelved();

    @ParameterizedTest
    @CsvSource({
        "民法典第942条, 民法典, 942",
        "《中华人民共和国民法典》第九百四十二条, 民法典, 942",
        "请问刑法第264条说的啥, 刑法, 264",
        "劳动合同法第三十八条是什么, 劳动合同法, 38",
        "宪法第一条, 宪法, 1",
        "物业管理条例第30条是什么意思, 物业管理条例, 30",
        "查一下 物业管理条例 里的 30条, 物业管理条例, 30",
        "国家赔偿法第十条, 国家赔偿法, 10",
        "不动产登记暂行条例第五条第二款, 不动产登记暂行条例, 5",
        "治安管理處罰法第五十八條怎麼規定, 治安管理处罚法, 58"
    })
    void articleNamedAloneShouldBeFound(String words, String title, int number) {
        assertThat(READER.read(words)).contains(new Citation(title, new ArticleNumber(number, 0), true));
    }

    @Test
    void insertedArticleShouldBeFound() {
        assertThat(READER.read("刑法第二百六十六条之一是什么")).contains(new Citation("刑法", new ArticleNumber(266, 1), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "条",
                "第三条",
                "三条",
                "我家有三条狗",
                "他没办法3条腿走路",
                "我没办法第3条",
                "这个做法第一条",
                "根据民法典第942条物业该不该修灯",
                "老公打我反家庭暴力法第二条",
                "5号楼下水道三条管子堵了",
                "违反物业管理条例第三十条了请派人来",
                "法第一条",
                "民法典第条",
                "民法典第九百四十二"
            })
    void whatSaysAnythingElseShouldBeNone(String words) {
        assertThat(READER.read(words)).isEmpty();
    }

    @Test
    void longTextsShouldBeReadWithoutFailing() {
        assertThat(READER.read("民法典第一条".repeat(1_000))).isEmpty();
        assertThat(READER.read("1条".repeat(25))).isEmpty();
    }
}
