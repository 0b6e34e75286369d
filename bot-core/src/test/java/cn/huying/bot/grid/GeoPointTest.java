package cn.huying.bot.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GeoPointTest {
    @Test
    void metresToShouldBeADegreeOfTheMeridianAndShorterAlongAParallel() {
        GeoPoint here = new GeoPoint(39, 83);

        assertThat(here.metresTo(new GeoPoint(40, 83))).isCloseTo(111_195, within(1.0));
        assertThat(here.metresTo(new GeoPoint(39, 84))).isCloseTo(86_414, within(10.0));
        assertThat(here.metresTo(here)).isZero();
    }

    @Test
    void metresToShouldReachAcrossTheGlobe() {
        assertThat(new GeoPoint(90, 0).metresTo(new GeoPoint(-90, 0))).isCloseTo(20_015_114, within(10.0));
        assertThat(new GeoPoint(0, 179.9).metresTo(new GeoPoint(0, -179.9))).isCloseTo(22_239, within(1.0));
    }

    @Test
    void isOnEarthShouldRefuseWhatCannotBe() {
        assertThat(new GeoPoint(-90, 180).isOnEarth()).isTrue();
        assertThat(new GeoPoint(90.1, 0).isOnEarth()).isFalse();
        assertThat(new GeoPoint(0, -180.1).isOnEarth()).isFalse();
        assertThat(new GeoPoint(Double.NaN, 0).isOnEarth()).isFalse();
    }
}
