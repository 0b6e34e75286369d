package cn.huying.bot.delivery.channel;

final class InMemoryCardCodesTest extends CardCodesContract {
    @Override
    protected CardCodes codes() {
        return new InMemoryCardCodes();
    }
}
