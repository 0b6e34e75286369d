package cn.huying.bot.content.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.content.Content;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import cn.huying.bot.content.Sample;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.Source;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CitationCheckTest {
    private static final Catalogue LAWS = Catalogue.EMPTY.with(List.of(
            LawCard.of(Laws.law("安静法", "2020-02-02", "")),
            LawCard.of(Laws.law("喧闹法", "2001-01-01", "")),
            LawCard.of(Laws.law("宁静法", "2025-05-05", "《喧闹法》同时废止。")),
            LawCard.of(Laws.part("大法", "第二编", "2020-05-28", "第十条 甲。\n"))));
    private final CitationCheck check =
            new CitationCheck(() -> LAWS, Clock.fixed(Sample.NOON, ZoneOffset.UTC), ZoneOffset.UTC);

    @Test
    void anArticleOfTheVersionInForceMayBeCited() {
        for (String article : List.of("第一条", "第三条", "第二条之一", "第二条第二款", "总则")) {
            assertThat(objections("安静法", article)).as(article).isEmpty();
        }
    }

    @Test
    void anArticleThatIsNotThereShouldBeObjectedTo() {
        assertThat(objections("中华人民共和国安静法", "第四条")).singleElement().satisfies(objection -> {
            assertThat(objection.about()).isEqualTo("one");
            assertThat(objection.reason())
                    .contains("第四条")
                    .contains("2020-02-02")
                    .contains("请核对条号");
        });
        assertThat(objections("安静法", "第一条之一")).hasSize(1);
    }

    @Test
    void whatIsNotOnTheShelfOrNotWholeCannotBeObjectedTo() {
        assertThat(objections("别的法", "第一百条")).isEmpty();
        assertThat(objections("大法", "第九十九条")).isEmpty();
    }

    @Test
    void anEndedLawShouldNotBeCitedAnewAndBeAWarningWhereItIs() {
        Content content = citing("喧闹法", "第一条");

        assertThat(check.objections(Content.NOTHING, content))
                .singleElement()
                .satisfies(objection -> assertThat(objection.reason()).contains("已由《中华人民共和国宁静法》取代"));
        assertThat(check.objections(content, content.tried(Sample.put(Sample.entry("two", "乙")))))
                .isEmpty();
        assertThat(check.warnings(content)).hasSize(1);
    }

    @Test
    void whatWasWrongBeforeShouldOnlyBeAWarning() {
        Content content = citing("安静法", "第四条");

        assertThat(check.objections(content, content.tried(Sample.put(Sample.entry("two", "乙")))))
                .isEmpty();
        assertThat(check.warnings(content)).hasSize(1);
    }

    private List<Objection> objections(String law, String article) {
        return check.objections(Content.NOTHING, citing(law, article));
    }

    private static Content citing(String law, String article) {
        Entry plain = Sample.entry("one", "甲");
        Entry entry = new Entry(
                plain.id(),
                plain.topic(),
                plain.wording(),
                plain.answer(),
                List.of(new Source.Article(law, article, ""), new Source.Policy("例办法", "例局", "")),
                plain.validity(),
                plain.action());
        return Content.NOTHING.tried(new Patch(List.of(entry), List.of()));
    }
}
