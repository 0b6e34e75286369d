package cn.huying.knowledge.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LawVersionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static LawVersion version(String title, String from, String id) {
        return new LawVersion(
                title, LocalDate.parse(from), List.of(new Article(id, title, "第一条", title + "的第一条，" + id + "。")));
    }

    private static List<String> ids(List<LawVersion> versions, LocalDate on) {
        return LawVersion.inForce(versions, on).stream().map(Article::id).toList();
    }

    private static final List<LawVersion> VERSIONS = List.of(
            version("消防法", "2009-05-01", "old"),
            version("消防法", "2021-04-29", "new"),
            version("消防法", "2027-01-01", "coming"),
            version("兵役法", "2021-10-01", "other"));

    @Test
    void onlyTheVersionThatTookEffectLastShouldBeLeft() {
        assertThat(ids(VERSIONS, TODAY)).containsExactlyInAnyOrder("new", "other");
    }

    @Test
    void theOldVersionShouldHoldOnADayOfItsOwn() {
        assertThat(ids(VERSIONS, LocalDate.of(2015, 1, 1))).containsExactly("old");
    }

    @Test
    void theComingVersionShouldTakeOverOnItsDay() {
        assertThat(ids(VERSIONS, LocalDate.of(2027, 1, 1))).containsExactlyInAnyOrder("coming", "other");
    }
}
