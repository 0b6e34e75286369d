package cn.huying.bot.broadcast.audience;

class InMemoryRecipientStoreTest implements RecipientStoreContract {
    private final RecipientStore store = new InMemoryRecipientStore();

    @Override
    public RecipientStore recipients() {
        return store;
    }
}
