package cn.huying.bot.message;

import java.time.Instant;

class InMemoryInboxStoreTest implements EarlierMessagesContract {
    private final TestClock clock = new TestClock(Messages.NOON);
    private final InMemoryInboxStore inbox = new InMemoryInboxStore(clock);

    @Override
    public InboxStore inbox() {
        return inbox;
    }

    @Override
    public EarlierMessages earlier() {
        return inbox;
    }

    @Override
    public void clockAt(Instant time) {
        clock.set(time);
    }
}
