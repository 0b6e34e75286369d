package cn.huying.bot.dialogue;

import cn.huying.bot.message.Messages;
import cn.huying.bot.message.TestClock;
import java.time.Instant;

class InMemoryConversationStoreTest implements ConversationStoreContract {
    private final TestClock clock = new TestClock(Messages.NOON);
    private final ConversationStore conversations = new InMemoryConversationStore(clock);

    @Override
    public ConversationStore conversations() {
        return conversations;
    }

    @Override
    public void clockAt(Instant time) {
        clock.set(time);
    }
}
