package cn.huying.api.bench.broadcast;

import cn.huying.api.mongo.resident.MongoResidentStore;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.resident.Home;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Invented residents who told where they live, evenly spread over the leaves of a tree. */
public final class Crowd {
    private static final AppId ACCOUNT = new AppId("wxdemo0000000001");
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int AT_ONCE = 32;

    /** A cold machine may time the first calls out; each of them may be made again. */
    private static final int TRIES = 8;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final int size;

    public Crowd(int size) {
        this.size = size;
    }

    public int size() {
        return size;
    }

    static OpenId openId(int number) {
        return new OpenId("oBench%014d".formatted(number));
    }

    /** Writes them down where the program looks for them. */
    public void settle(MongoResidentStore residents, GridTree tree) {
        List<GridId> leaves =
                tree.grids().stream().map(Grid::id).filter(tree::isLeaf).toList();
        Flux.range(0, size)
                .flatMap(
                        n -> residents
                                .of(new Sender(ACCOUNT, openId(n)))
                                .flatMap(who -> residents.settle(who, home(leaves.get(n % leaves.size()))))
                                .retryWhen(Retry.backoff(TRIES, PAUSE)),
                        AT_ONCE)
                .blockLast(LONGEST);
    }

    private static Home home(GridId leaf) {
        return new Home(new Place(leaf, "幸福里", Optional.empty(), Optional.empty(), "3栋", "", ""));
    }
}
