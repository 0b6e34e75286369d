package cn.huying.bot.content.law;

class InMemoryLawShelfTest implements LawShelfContract {
    @Override
    public LawShelf emptyShelf() {
        return new InMemoryLawShelf();
    }
}
