package cn.huying.knowledge.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FirstMarkTest {
    @Test
    void anotherModelShouldBeRefused() {
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        ProtoFields.put(model, 1, 6);
        ProtoFields.put(model, 7, new byte[0]);
        ByteBuffer bytes = ByteBuffer.allocate(model.size() + FirstMark.ROOM).put(model.toByteArray());

        assertThatThrownBy(() -> FirstMark.only(bytes)).isInstanceOf(IOException.class);
    }

    @Test
    void fieldsShouldBeReadAsTheyWereWritten() {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        ProtoFields.put(message, 1, 300);
        ProtoFields.put(message, 20, "三百".repeat(100).getBytes(StandardCharsets.UTF_8));

        ProtoFields fields = new ProtoFields(ByteBuffer.wrap(message.toByteArray()));

        assertThat(fields.next()).isTrue();
        assertThat(fields.number()).isEqualTo(1);
        assertThat(fields.content().remaining()).isEqualTo(2);
        assertThat(fields.next()).isTrue();
        assertThat(fields.number()).isEqualTo(20);
        assertThat(StandardCharsets.UTF_8.decode(fields.content()).toString()).isEqualTo("三百".repeat(100));
        assertThat(fields.next()).isFalse();
    }

    @Test
    void whatIsPutIntoAFieldShouldChangeTheMessage() {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        ProtoFields.put(message, 3, new byte[] {1, 2});
        byte[] bytes = message.toByteArray();

        ProtoFields fields = new ProtoFields(ByteBuffer.wrap(bytes));
        fields.next();
        fields.content().put(new byte[] {7, 8});

        assertThat(bytes).endsWith(7, 8);
    }
}
