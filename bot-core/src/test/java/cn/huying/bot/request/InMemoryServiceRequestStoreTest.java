package cn.huying.bot.request;

final class InMemoryServiceRequestStoreTest extends ServiceRequestStoreContract {
    @Override
    protected ServiceRequestStore store() {
        return new InMemoryServiceRequestStore();
    }
}
