package cn.huying.bot.broadcast;

class InMemoryRecipientStoreTest implements RecipientStoreContract {
    private final RecipientStore store = new InMemoryRecipientStore();

    @Override
    public RecipientStore recipients() {
        return store;
    }
}
