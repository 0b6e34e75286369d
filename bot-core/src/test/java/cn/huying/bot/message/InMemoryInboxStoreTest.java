package cn.huying.bot.message;

import java.time.Instant;

class InMemoryInboxStoreTest implements InboxStoreContract {
    private final TestClock clock = new TestClock(Messages.NOON);
    private final InboxStore inbox = new InMemoryInboxStore(clock);

    @Override
    public InboxStore inbox() {
        return inbox;
    }

    @Override
    public void clockAt(Instant time) {
        clock.set(time);
    }
}
