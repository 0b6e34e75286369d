package cn.huying.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CallTest {
    @Test
    void wordsThatCallForHelpShouldBeCountedUpToTwo() {
        assertThat(Call.words("楼顶漏水，请派人来看看，尽快")).isEqualTo(2);
        assertThat(Call.words("我要报修")).isEqualTo(1);
        assertThat(Call.words("物业费怎么算")).isZero();
    }

    @Test
    void aHouseAGateOrALongNumberShouldNameAPlace() {
        for (String text : new String[] {"3栋电梯停了", "二单元没灯", "12号楼没水", "东门的道闸断了", "楼上1502在砸墙", "我家住1502"}) {
            assertThat(Call.namesPlace(text)).as(text).isTrue();
        }
    }

    @Test
    void anAgeASumOrAGateOfNoSideShouldNameNone() {
        for (String text : new String[] {"八十岁有补贴吗", "欠了20块", "门坏了谁修", ""}) {
            assertThat(Call.namesPlace(text)).as(text).isFalse();
        }
    }

    @Test
    void anyTextShouldBeReadToItsEnd() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            }
            assertThat(Call.words(text.toString())).as("seed " + seed).isBetween(0, 2);
            assertThat(Call.namesPlace(text + "3栋")).as("seed " + seed).isTrue();
            assertThat(Detail.in(text.toString())).as("seed " + seed).isGreaterThanOrEqualTo(0);
        }
    }
}
