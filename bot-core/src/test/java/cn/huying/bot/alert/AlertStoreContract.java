package cn.huying.bot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every store of alerts promises. The identifiers of one test are no other's. */
public interface AlertStoreContract {
    AlertStore alerts();

    private boolean isSuperseded(String identifier) {
        return Boolean.TRUE.equals(
                alerts().isSuperseded(Warnings.id(identifier)).block(Duration.ofSeconds(20)));
    }

    @Test
    default void alertNobodyRefersToShouldStand() {
        alerts().keep(Warnings.red("stands-1")).block();

        assertThat(isSuperseded("stands-1")).isFalse();
    }

    @Test
    default void alertReferredToShouldBeSupersededEvenBeforeItCame() {
        alerts().keep(Warnings.alert("lift-2", Alert.Kind.CANCEL, Colour.RED, "first-2", "other-2"))
                .block();

        assertThat(isSuperseded("first-2")).isTrue();
        assertThat(isSuperseded("other-2")).isTrue();
        assertThat(isSuperseded("lift-2")).isFalse();
    }

    @Test
    default void alertKeptTwiceShouldStayAsItWas() {
        alerts().keep(Warnings.alert("same-3", Alert.Kind.UPDATE, Colour.RED, "first-3"))
                .block();
        alerts().keep(Warnings.alert("same-3", Alert.Kind.UPDATE, Colour.RED, "wrong-3"))
                .block();

        assertThat(isSuperseded("first-3")).isTrue();
        assertThat(isSuperseded("wrong-3")).isFalse();
    }

    @Test
    default void sameIdentifierOfAnotherSenderShouldBeAnotherAlert() {
        alerts().keep(Warnings.alert("lift-4", Alert.Kind.CANCEL, Colour.RED, "first-4"))
                .block();

        assertThat(alerts().isSuperseded(new AlertId("someone@else.example", "first-4"))
                        .block())
                .isFalse();
    }
}
