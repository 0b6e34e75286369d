package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.community.matter.Matters;
import cn.huying.bot.dialogue.community.matter.Parting;
import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.place.PlaceResolver;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.taxonomy.Tier;
import cn.huying.bot.taxonomy.reading.LexiconClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several things in one breath: none is lost, and the dangerous one comes first. */
class MattersTest {
    private final Matters matters = new Matters(
            new LexiconClassifier(Shipped.TAXONOMY), new PlaceResolver(DemoTree.TREE), Shipped.TAXONOMY::find);
    private final Parting parting = new Parting(new LexiconClassifier(Shipped.TAXONOMY), matters);
    private final Talk talk = Community.inMemory().with(1);

    @ParameterizedTest
    @CsvSource({
        "楼道灯也坏了，垃圾也没人收, 楼道灯也坏了, 垃圾也没人收",
        "3栋路灯坏了，另外5栋电梯也坏了, 3栋路灯坏了, 5栋电梯也坏了",
        "楼下路灯不亮；门禁也坏了, 楼下路灯不亮, 门禁也坏了",
        "路灯坏了，另外井盖也没了, 井盖也没了, 路灯坏了"
    })
    void twoMattersShouldBeToldApart(String words, String first, String second) {
        assertThat(parting.told(words)).isEqualTo(new Parting.Told(first, second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "下水道堵了，污水都流到楼道里了，臭得很",
                "路灯不亮，也没人来修",
                "楼上漏水，墙上都发霉了，物业也不管",
                "电梯坏了三天，老人上下楼都困难",
                "垃圾没人收，还招老鼠",
                "路灯坏了，还是没修好",
                "楼上天天半夜拖椅子，吵得我睡不着觉，上去说了两次都没用，还骂人，孩子马上要中考了，你们能不能管管"
            })
    void oneMatterShouldStayOne(String words) {
        assertThat(parting.told(words).second()).isEmpty();
    }

    /** As people speak into the phone, with what is listed last. */
    @Test
    void twoMattersOfALongMessageShouldBeToldApart() {
        String first = "你们小区的路灯坏了好几天了，幸福里2栋前面晚上出来黑漆漆的，老人孩子走路都不方便，跟物业说了三遍都说过两天修，到现在也没有人来看一眼，"
                + "真是叫人生气，每个月物业费倒是收得勤快，一问就是再等等，我们等了一个礼拜又一个礼拜，路灯还是不亮，出门都要打手电筒，邻居们也都有意见";

        assertThat(parting.told(first + "，另外幸福里5栋门口的垃圾好几天没人收了"))
                .isEqualTo(new Parting.Told(first, "幸福里5栋门口的垃圾好几天没人收了"));
        assertThat(parting.told(first + "，幸福里5栋的电梯也坏了，上下楼要爬十几层"))
                .isEqualTo(new Parting.Told(first, "幸福里5栋的电梯也坏了，上下楼要爬十几层"));
        assertThat(parting.told(first + "，还有的邻居说是电线被老鼠咬断了").second()).isEmpty();
        assertThat(parting.told((first + "，另外路灯不亮。").repeat(10)).second()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"路灯不亮，井盖也没了, MUN01", "井盖没了，路灯也不亮, MUN01"})
    void gravestShouldDecideWhereverItStands(String words, String category) {
        assertThat(matters.about(words).category().code()).isEqualTo(category);
    }

    @Test
    void lightOfAStaircaseShouldBeNoStreetLight() {
        talk.says("幸福里3栋楼道灯坏了").hears("事项：楼道照明损坏").says("确认");

        assertThat(talk.request().submission().matter().category()).isEqualTo("PRO11");
    }

    @Test
    void dangerBesideSomethingHarmlessShouldBeAlerted() {
        for (String words : new String[] {"楼道灯也坏了，电梯里还困着人", "电梯里还困着人，楼道灯也坏了", "垃圾没人收，楼上还有煤气味"}) {
            Talk fresh = Community.inMemory().with(1).says(words);
            assertThat(fresh.request().standing().tier()).as(words).isEqualTo(Tier.P0);
            assertThat(fresh.request().submission().text()).isEqualTo(words);
        }
    }

    @Test
    void bothOfTwoMattersShouldBeRegisteredAtTheSamePlace() {
        talk.says("幸福里3栋楼道灯也坏了，垃圾也没人收")
                .hears("事项：楼道照明损坏")
                .hearsText("confirm-also")
                .says("确认")
                .hears("垃圾也没人收")
                .says("登记")
                .hears("地点：幸福里小区3栋")
                .says("确认")
                .hears("已登记");

        assertThat(talk.requests())
                .extracting(request -> request.submission().place().publicLabel())
                .containsExactly("幸福里小区3栋", "幸福里小区3栋");
    }

    @Test
    void secondMatterShouldBeInTheSameCompound() {
        talk.says("3栋2单元的电梯一直晃，还有5栋的路灯也不亮")
                .says("幸福里")
                .says("确认")
                .says("登记")
                .hears("地点：幸福里小区5栋")
                .waitsIn(Step.Confirming.class);
    }

    @Test
    void dangerousMatterShouldBeRegisteredFirst() {
        talk.says("幸福里3栋路灯坏了，另外井盖也没了")
                .hears("事项：井盖缺失破损", "地点：幸福里小区3栋")
                .says("确认")
                .hears("路灯坏了");
    }

    @Test
    void staffShouldGetTheDraftAsOneRequestWithItsCategoryAndPlace() {
        talk.says("幸福里3栋2单元下水道又堵了").says("转人工").hears("下水道堵塞污水外溢").waitsIn(Step.Idle.class);

        ServiceRequest request = talk.request();
        assertThat(request.submission().matter().category()).isEqualTo("MUN05");
        assertThat(request.submission().place().publicLabel()).isEqualTo("幸福里小区3栋");
        assertThat(request.submission().text()).isEqualTo("幸福里3栋2单元下水道又堵了");
        assertThat(request.state()).isEqualTo(RequestState.TRIAGE);
        assertThat(request.last(Verb.TO_TRIAGE))
                .hasValueSatisfying(event -> assertThat(event.code()).isEqualTo("asked_for_staff"));
    }

    @Test
    void staffShouldGetWhatWasOfferedToBeRegistered() {
        talk.says("怎么评三好学生").waitsIn(Step.OfferedToRegister.class).says("人工");

        assertThat(talk.request().submission().text()).isEqualTo("怎么评三好学生");
    }
}
