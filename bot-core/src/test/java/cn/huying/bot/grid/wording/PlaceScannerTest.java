package cn.huying.bot.grid.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceScannerTest {
    private static final NameTrie<Meaning> NAMES = new NameTrie<>();

    static {
        NAMES.add("柳巷", new Meaning.OfCompound("liuxiang"));
        NAMES.add("我家", new Meaning.Here());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            柳巷3栋2单元501室 | NAME BUILDING:3 UNIT:2 ROOM:501
            我家三号楼二单元   | NAME BUILDING:3 UNIT:2
            3#楼1202          | BUILDING:3 NUMBER:1202
            12号院            | YARD:12
            A座               | BLOCK:A
            3座桥             | ''
            2门 二号门 4门洞    | DOOR:2 DOOR:2 DOOR:4
            3单501            | UNIT:3 NUMBER:501
            简单3单           | ''
            5层 五楼           | FLOOR:5 LOU:5
            3-2-501室         | CHAIN:3-2-501
            3-2单元           | BUILDING:3 UNIT:2
            A-9幢             | BUILDING:A9
            3-5号楼           | BUILDING:3 BUILDING:5
            2026-3-15日       | ''
            1-2-3-4-5         | ''
            3-2个             | ''
            3号               | HAO:3
            3号线             | ''
            3号早上            | ''
            3号501            | HAO:3 NUMBER:501
            三室两厅           | ''
            12345栋           | ''
            有3栋             | ''
            3栋楼都停电         | ''
            3栋楼道            | BUILDING:3
            这一栋             | ''
            3个月             | ''
            50%               | ''
            """)
    void tokensShouldBeThePiecesThatMayBePartOfAPlace(String text, String expected) {
        String tokens = new PlaceScanner(NAMES, PlaceText.of(text))
                .tokens().stream()
                        .map(token ->
                                token.value().isEmpty() ? token.kind().name() : token.kind() + ":" + token.value())
                        .collect(Collectors.joining(" "));

        assertThat(tokens).isEqualTo(expected);
    }
}
