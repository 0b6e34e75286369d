package cn.huying.bot.repair;

class InMemoryProposalStoreTest implements ProposalStoreContract {
    private final InMemoryProposalStore store = new InMemoryProposalStore();

    @Override
    public ProposalStore store() {
        return store;
    }
}
