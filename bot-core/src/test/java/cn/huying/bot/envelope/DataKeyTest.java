package cn.huying.bot.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.resident.ResidentId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DataKeyTest {
    private static final ResidentId RESIDENT = new ResidentId("00112233445566778899aabbccddeeff");
    private static final Field PHONE = new Field("residents", "r1", "phone");

    private final Keyring keyring = new Keyring(new byte[32]);
    private final byte[] wrapped = keyring.newWrappedKey(RESIDENT);
    private final DataKey key = keyring.unwrap(RESIDENT, wrapped);

    @Test
    void sealedValueShouldOpenInItsPlace() {
        assertThat(key.open(PHONE, key.seal(PHONE, "三号楼的电话"))).isEqualTo("三号楼的电话");
    }

    @Test
    void emptyTextShouldStayEmptyText() {
        assertThat(key.open(PHONE, key.seal(PHONE, ""))).isEmpty();
    }

    @Test
    void sealedValueShouldNotContainThePlainText() {
        String sealed = new String(key.seal(PHONE, "13800000000"), StandardCharsets.ISO_8859_1);

        assertThat(sealed).doesNotContain("13800000000").doesNotContain("138000");
    }

    @Test
    void sameTextSealedTwiceShouldDiffer() {
        assertThat(key.seal(PHONE, "幸福里")).isNotEqualTo(key.seal(PHONE, "幸福里"));
    }

    @Test
    void sealedValueShouldNotOpenInAnotherCollectionDocumentOrField() {
        byte[] sealed = key.seal(PHONE, "13800000000");

        for (Field other : new Field[] {
            new Field("requests", "r1", "phone"),
            new Field("residents", "r2", "phone"),
            new Field("residents", "r1", "home")
        }) {
            assertThatThrownBy(() -> key.open(other, sealed)).isInstanceOf(UnreadableFieldException.class);
        }
    }

    @Test
    void everyFlippedBitShouldBeNoticed() {
        byte[] sealed = key.seal(PHONE, "13800000000");

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> key.open(PHONE, changed)).isInstanceOf(UnreadableFieldException.class);
        }
    }

    @Test
    void everyShortenedValueShouldBeNoticed() {
        byte[] sealed = key.seal(PHONE, "13800000000");

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> key.open(PHONE, cut)).isInstanceOf(UnreadableFieldException.class);
        }
    }

    @Test
    void keyShouldNotUnwrapForAnotherResidentNorWithAnotherKeyFile() {
        ResidentId other = new ResidentId("ffeeddccbbaa99887766554433221100");
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        assertThatThrownBy(() -> keyring.unwrap(other, wrapped)).isInstanceOf(UnreadableFieldException.class);
        assertThatThrownBy(() -> new Keyring(otherKey).unwrap(RESIDENT, wrapped))
                .isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void blindIndexShouldDependOnPurposeValueAndKeyFile() {
        byte[] otherKey = new byte[32];
        otherKey[31] = 7;

        byte[] index = keyring.blindIndex("phone", "13800000000");

        assertThat(index).hasSize(16).isEqualTo(new Keyring(new byte[32]).blindIndex("phone", "13800000000"));
        assertThat(index).isNotEqualTo(keyring.blindIndex("idcard", "13800000000"));
        assertThat(index).isNotEqualTo(keyring.blindIndex("phone", "13800000001"));
        assertThat(index).isNotEqualTo(new Keyring(otherKey).blindIndex("phone", "13800000000"));
    }

    @Test
    void checkValueShouldTellAWrongKeyFile() {
        byte[] otherKey = new byte[32];
        otherKey[5] = 1;

        assertThat(keyring.matches(keyring.checkValue())).isTrue();
        assertThat(new Keyring(otherKey).matches(keyring.checkValue())).isFalse();
    }
}
