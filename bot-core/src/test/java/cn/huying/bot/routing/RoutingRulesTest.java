package cn.huying.bot.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import org.junit.jupiter.api.Test;

class RoutingRulesTest {
    private static final Taxonomy TAXONOMY = Taxonomy.load(DemoTree.root().resolve("config/taxonomy.yml"));
    private static final String GOOD = """
            threshold: 0.5
            rules:
              - name: 垃圾
                when: {categories: [ENV01], tiers: [P2], flags: [D], natures: [COMPLAINT], management: [MIXED]}
                to: GRID
                unit: "{property}"
                copies: [COMMUNITY]
              - name: 其余
                to: LEVEL
                unit: "{owner}"
                certain: false
            """;

    @Test
    void aGoodFileShouldBeReadInOrder() {
        RoutingRules rules = read(GOOD);

        assertThat(rules.threshold()).isEqualTo(0.5);
        assertThat(rules.rules()).extracting(Rule::name).containsExactly("垃圾", "其余");
        assertThat(rules.rules()).extracting(Rule::certain).containsExactly(true, false);
    }

    @Test
    void everyMistakeShouldBeToldWithItsLine() {
        String broken = GOOD.replace("0.5", "1.5")
                .replace("ENV01", "ENV77")
                .replace("[P2]", "[P9]")
                .replace("[D]", "[Z]")
                .replace("to: GRID", "to: MOON")
                .replace("{property}", "{firm}")
                .replace("certain: false", "certain: maybe");

        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("routing.yml 第 1 行：threshold 超出范围")
                .hasMessageContaining("routing.yml 第 4 行：分类里没有 ENV77")
                .hasMessageContaining("routing.yml 第 4 行：取值不认识：P9")
                .hasMessageContaining("routing.yml 第 4 行：不认识的标记 Z")
                .hasMessageContaining("routing.yml 第 5 行：to 的取值不认识：MOON")
                .hasMessageContaining("unit 里有不认识的 firm")
                .hasMessageContaining("certain 的取值不认识：maybe");
    }

    @Test
    void aRuleThatCanNeverFireShouldBeRefused() {
        String shadowed = GOOD + "  - {name: 多余, to: GRID, unit: 网格}\n";

        assertThatThrownBy(() -> read(shadowed)).hasMessageContaining("第 12 行：规则“多余”永远轮不到");
    }

    @Test
    void twoRulesOfOneNameAndNoRuleAtAllShouldBeRefused() {
        assertThatThrownBy(() -> read(GOOD.replace("其余", "垃圾"))).hasMessageContaining("规则名称用了两次：垃圾");
        assertThatThrownBy(() -> read("threshold: 0.5\n")).hasMessageContaining("没有派单规则");
    }

    @Test
    void aMistypedKeyShouldBeRefused() {
        assertThatThrownBy(() -> read(GOOD.replace("copies:", "copy:"))).hasMessageContaining("不认识的字段 copy");
    }

    private static RoutingRules read(String content) {
        return RoutingRules.read(YamlFile.of("routing.yml", content), TAXONOMY);
    }
}
