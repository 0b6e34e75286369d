package cn.huying.bot.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VouchingTest {
    private final Vouching vouching = new Vouching(Set.of("www.gov.cn", "010-55550100"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "接到可疑电话先挂断，打 96110 问一问，或报警110。",
                "2026年11月21日，有人冒充客服，骗走15000元。",
                "2026-11-21 9:30 至 12:00，3栋2单元。",
                "涨了3.5%，共100000人次。",
                "详见 www.gov.cn。",
                "社区电话 010-55550100",
                "下载“国家反诈中心”APP。",
                ""
            })
    void ordinaryWordsShouldBeVouchedFor(String text) {
        assertThat(vouching.vouchesFor(text)).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "点这里 http://t.example/abc 领补贴",
                "登录 www.g0v.cn 核实",
                "看 gov.cn.example/x",
                "打 13800000000 退款",
                "打 400-555-0100 退款",
                "拨９５５００退款",
                "ｗｗｗ．ｇｏｖ－ｃｎ．ｃｏｍ",
                "写信给 kefu@bank.example",
                "www.gov.cn/login.html"
            })
    void strangeLinksAndNumbersShouldNotBe(String text) {
        assertThat(vouching.vouchesFor(text)).as(text).isFalse();
    }

    @Test
    void hostileTextShouldTakeNoLongerThanItsLength() {
        String text = "a.".repeat(200_000) + "1-".repeat(200_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(vouching.vouchesFor(text)).isFalse());
    }
}
