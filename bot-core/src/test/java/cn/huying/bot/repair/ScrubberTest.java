package cn.huying.bot.repair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {
    @ParameterizedTest
    @CsvSource({
        "我电话13800138000能办吗,我电话〔号码〕能办吗",
        "电话138-0013-8000,电话〔号码〕",
        "电话 138 0013 8000 问一下,电话 〔号码〕 问一下",
        "０１２３－４５６７８９０,〔号码〕",
        "座机020-87654321,座机〔号码〕",
        "一三八零零一三八零零零,〔号码〕",
        "身份证11010119900307123X丢了,身份证〔号码〕丢了",
        "+8613800138000,〔号码〕",
        "我住3栋2单元501怎么办,我住〔门牌〕怎么办",
        "幸福里3号楼漏水,幸福里〔门牌〕漏水",
        "三栋二单元五零一室,〔门牌〕",
        "幸福路12号门口能停车吗,幸福路〔门牌〕门口能停车吗",
        "3-2-501的房子,〔门牌〕的房子",
        "住501室,住〔门牌〕",
        "我叫王小明想问落户,我叫〔姓名〕想问落户",
        "姓名：欧阳娜，多大可以领,姓名：〔姓名〕，多大可以领",
        "我姓张怎么办证,我姓〔姓名〕怎么办证",
        "楼下王大爷的补贴,楼下〔姓名〕大爷的补贴",
        "微信wang_xm88加我,微信〔账号〕加我",
        "邮箱abc@example.com,邮箱〔账号〕",
        "o6_bmjrPTlm6_2sgVt7hMZOPfL2M 怎么绑定,〔账号〕 怎么绑定",
        "车牌京A12345违章,车牌〔车牌〕违章",
        "粤B·D12345新能源,〔车牌〕新能源",
    })
    void personalThingsShouldBeTakenOut(String said, String kept) {
        assertThat(Scrubber.scrub(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "高龄津贴多少岁能领",
                "96110是什么电话",
                "12345怎么打不通",
                "2026年11月22日还能办吗",
                "6楼以上要装电梯吗",
                "一栋楼要多少人同意",
                "三室一厅能不能隔断",
                "10号补卡可以吗",
                "1号线几点停",
                "95号汽油",
                "装wifi要业主同意吗",
                "5G基站有辐射吗",
                "社保断了3个月怎么补",
                "100000元以下的案子",
                "十五天内退货",
            })
    void whatItIsAboutShouldStay(String said) {
        assertThat(Scrubber.scrub(said)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"我住〔门牌〕怎么办,我住怎么办", "〔门牌〕 漏水,漏水", "〔我叫〔姓名〕〕落户,落户", "说〕到一半〔没说完,说〕到一半"})
    void marksShouldBeLeftOutOfWhatWasScrubbed(String scrubbed, String kept) {
        assertThat(Scrubber.unmarked(scrubbed)).isEqualTo(kept);
    }

    @Test
    void timeShouldGrowWithTheLengthOnly() {
        for (String unit : new String[] {"1", "-1", "3栋", "一", "我叫", "a_", "京A", "王", "1 "}) {
            assertThat(Scrubber.scrub(unit.repeat(20_000))).isNotNull();
        }
    }
}
