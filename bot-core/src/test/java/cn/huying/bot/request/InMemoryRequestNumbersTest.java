package cn.huying.bot.request;

final class InMemoryRequestNumbersTest extends RequestNumbersContract {
    @Override
    protected RequestNumbers numbers() {
        return new InMemoryRequestNumbers();
    }
}
