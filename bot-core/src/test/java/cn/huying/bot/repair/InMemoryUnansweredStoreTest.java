package cn.huying.bot.repair;

class InMemoryUnansweredStoreTest implements UnansweredStoreContract {
    private final InMemoryUnansweredStore store = new InMemoryUnansweredStore();

    @Override
    public UnansweredStore store() {
        return store;
    }
}
