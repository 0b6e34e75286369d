package cn.huying.bot.delivery;

final class InMemoryCardCodesTest extends CardCodesContract {
    @Override
    protected CardCodes codes() {
        return new InMemoryCardCodes();
    }
}
