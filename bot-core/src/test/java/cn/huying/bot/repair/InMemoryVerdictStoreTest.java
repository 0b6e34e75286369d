package cn.huying.bot.repair;

class InMemoryVerdictStoreTest implements VerdictStoreContract {
    private final InMemoryVerdictStore store = new InMemoryVerdictStore();

    @Override
    public VerdictStore store() {
        return store;
    }
}
