package cn.huying.knowledge.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {
    @Test
    void theSameWordsShouldAlwaysHaveTheSameDigits() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.hex("呼应")).isEqualTo("2c2a69af8be054d6853ab273cfbff3efd753498e8c28b1128150351cdc4aaffa");
    }

    @Test
    void fewerDigitsShouldBeTheFirstOnes() {
        assertThat(Sha256.hex("abc", 12)).isEqualTo("ba7816bf8f01");
    }

    @Test
    void partsShouldBeDigestedAsOneText() {
        var digest = Sha256.begun();
        digest.update(new byte[] {'a'});
        digest.update(new byte[] {'b', 'c'});

        assertThat(digest.digest()).isEqualTo(Sha256.of("abc"));
    }
}
