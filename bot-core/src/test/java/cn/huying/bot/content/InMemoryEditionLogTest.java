package cn.huying.bot.content;

class InMemoryEditionLogTest implements EditionLogContract {
    @Override
    public EditionLog emptyLog() {
        return new InMemoryEditionLog();
    }
}
