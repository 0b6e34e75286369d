package cn.huying.bot.resident;

import cn.huying.bot.message.Sender;
import java.util.Optional;

class InMemoryResidentStoreTest implements ResidentStoreContract, ResidentDirectoryContract {
    private final InMemoryResidentStore residents = new InMemoryResidentStore();

    @Override
    public ResidentStore residents() {
        return residents;
    }

    @Override
    public ResidentDirectory directory() {
        return residents;
    }

    @Override
    public Optional<Boolean> following(Sender sender) {
        return residents.following(sender);
    }
}
