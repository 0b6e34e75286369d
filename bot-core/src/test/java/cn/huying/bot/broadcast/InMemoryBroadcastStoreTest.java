package cn.huying.bot.broadcast;

class InMemoryBroadcastStoreTest implements BroadcastStoreContract {
    private final BroadcastStore store = new InMemoryBroadcastStore();

    @Override
    public BroadcastStore store() {
        return store;
    }
}
