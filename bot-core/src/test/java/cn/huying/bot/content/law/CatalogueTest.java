package cn.huying.bot.content.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.content.law.Catalogue.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final LawCard OLD = LawCard.of(Laws.law("安静法", "2010-02-02", ""));
    private static final LawCard NEW = LawCard.of(Laws.law("安静法", "2020-02-02", ""));
    private static final LawCard OTHER = LawCard.of(Laws.law("宁静法", "2025-05-05", "《中华人民共和国安静法》同时废止。"));

    @Test
    void theVersionInForceShouldDependOnTheDay() {
        Catalogue laws = shelf(NEW, OLD);

        assertThat(laws.inForce("安静法", day("2009-01-01"))).isEmpty();
        assertThat(laws.inForce("中华人民共和国安静法", day("2020-02-01"))).containsExactly(OLD);
        assertThat(laws.inForce("安静法", day("2020-02-02"))).containsExactly(NEW);
        assertThat(laws.knows("喧闹法")).isFalse();
    }

    @Test
    void aComingVersionShouldTakeOverOnItsDayAndConcernNoOtherLaw() {
        LawCard coming = LawCard.of(Laws.law("安静法", "2027-01-01", ""));
        LawCard beside = LawCard.of(Laws.law("守时法", "2021-10-01", ""));
        Catalogue laws = shelf(coming, beside, OLD, NEW);

        assertThat(laws.inForce("安静法", day("2026-12-31"))).containsExactly(NEW);
        assertThat(laws.inForce("安静法", day("2027-01-01"))).containsExactly(coming);
        assertThat(laws.inForce("守时法", day("2027-01-01"))).containsExactly(beside);
    }

    @Test
    void versionsOfATitleShouldBeToldApart() {
        Catalogue laws = shelf(OLD, NEW);

        assertThat(laws.standing(OLD, day("2010-02-01"))).isEqualTo(new Standing.NotYet(day("2010-02-02")));
        assertThat(laws.standing(OLD, day("2015-01-01"))).isEqualTo(new Standing.InForce());
        assertThat(laws.standing(OLD, day("2021-01-01"))).isEqualTo(new Standing.Superseded(day("2020-02-02")));
        assertThat(laws.standing(NEW, day("2021-01-01"))).isEqualTo(new Standing.InForce());
    }

    @Test
    void aLawThatAnotherOneEndedShouldBeInForceUntilThen() {
        Catalogue laws = shelf(OLD, NEW, OTHER);

        assertThat(laws.inForce("安静法", day("2025-05-04"))).containsExactly(NEW);
        assertThat(laws.inForce("安静法", day("2025-05-05"))).isEmpty();
        assertThat(laws.standing(NEW, day("2026-01-01"))).isEqualTo(new Standing.Repealed("中华人民共和国宁静法"));
        assertThat(laws.repealedBy("安静法", day("2026-01-01"))).contains("中华人民共和国宁静法");
    }

    @Test
    void partsOfAVersionShouldBeginTogether() {
        LawCard first = LawCard.of(Laws.part("大法", "总则", "2020-05-28", "第一条 甲。\n"));
        LawCard last = LawCard.of(Laws.part("大法", "附则", "2020-05-28", "第二条 自2021年1月1日起施行。\n"));
        Catalogue laws = shelf(last, first);

        assertThat(laws.inForce("大法", day("2020-12-31"))).isEmpty();
        assertThat(laws.inForce("大法", day("2021-01-01"))).containsExactly(first, last);
    }

    @Test
    void theSameAgainShouldChangeNothing() {
        Catalogue laws = shelf(OLD, NEW);

        assertThat(laws.with(List.of(NEW))).isSameAs(laws);
        assertThat(laws.with(List.of(OTHER)).rev()).isEqualTo(2);
    }

    @Test
    void aCorrectedTextShouldTakeThePlaceOfItsVersion() {
        LawCard corrected = LawCard.of(Laws.law("安静法", "2020-02-02", "嘘。"));

        assertThat(shelf(NEW).with(List.of(corrected)).cards()).containsExactly(corrected);
    }

    private static Catalogue shelf(LawCard... cards) {
        return Catalogue.EMPTY.with(Stream.of(cards).toList());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
