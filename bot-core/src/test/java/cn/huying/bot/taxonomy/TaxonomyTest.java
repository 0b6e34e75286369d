package cn.huying.bot.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaxonomyTest {
    private static final Taxonomy TAXONOMY = Config.taxonomy();

    @Test
    void shippedFileShouldHoldSixteenGroupsAndAllCategories() {
        assertThat(TAXONOMY.groups()).hasSize(16);
        assertThat(TAXONOMY.categories()).hasSize(154);
    }

    @Test
    void everyCategoryShouldBelongToTheGroupOfItsCode() {
        assertThat(TAXONOMY.categories())
                .allSatisfy(category ->
                        assertThat(category.code()).startsWith(category.group().code()));
    }

    @Test
    void everyGroupShouldHaveCategories() {
        Set<Group> used = new HashSet<>();
        TAXONOMY.categories().forEach(category -> used.add(category.group()));
        assertThat(used).containsAll(TAXONOMY.groups());
    }

    @Test
    void categoryShouldCarryItsHandling() {
        Category lift = TAXONOMY.get("PRO04");
        assertThat(lift.name()).isEqualTo("电梯困人");
        assertThat(lift.key()).isEqualTo("lift_trapped");
        assertThat(lift.tier()).isEqualTo(Tier.P0);
        assertThat(lift.level()).isEqualTo(Level.COMMUNITY);
        assertThat(lift.owner()).isEqualTo("物业/96333/119");
        assertThat(lift.flags()).containsExactly(Flag.EMERGENCY);
        assertThat(lift.has(Flag.SENSITIVE)).isFalse();
    }

    @Test
    void standardCodeShouldBeEmptyWhereNoneIsKnown() {
        assertThat(TAXONOMY.get("ENV01").standard()).isEqualTo("06010");
        assertThat(TAXONOMY.get("ENV05").standard()).isEmpty();
    }

    @Test
    void limitsShouldGrowFromTierToTier() {
        assertThat(TAXONOMY.limit(Tier.P0)).isEqualTo(Duration.ofHours(2));
        assertThat(TAXONOMY.limit(Tier.P4)).isEqualTo(Duration.ofDays(15));
        for (int i = 1; i < Tier.values().length; i++) {
            assertThat(TAXONOMY.limit(Tier.values()[i])).isGreaterThan(TAXONOMY.limit(Tier.values()[i - 1]));
        }
    }

    @Test
    void otherShouldBeTheCategoryOfWhatFitsNowhere() {
        assertThat(TAXONOMY.other().code()).isEqualTo("OTH99");
        assertThat(TAXONOMY.other().isOther()).isTrue();
    }

    @Test
    void unknownCodeShouldNotBeFound() {
        assertThat(TAXONOMY.find("XXX01")).isEmpty();
        assertThatThrownBy(() -> TAXONOMY.get("XXX01")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyFlagShouldBeFoundByItsLetter() {
        for (Flag flag : Flag.values()) {
            assertThat(Flag.of(String.valueOf(flag.letter()))).contains(flag);
        }
        assertThat(Flag.of("Z")).isEmpty();
        assertThat(Flag.of("")).isEmpty();
    }
}
