package cn.huying.bot.resident;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Sender;
import cn.huying.bot.resident.ResidentDirectory.Neighbour;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every directory promises. The grids of one test are no other's. */
public interface ResidentDirectoryContract {
    ResidentStore residents();

    ResidentDirectory directory();

    private ResidentId at(int number, String grid) {
        ResidentId resident =
                Objects.requireNonNull(residents().of(Messages.sender(number)).block(Duration.ofSeconds(20)));
        Place place = new Place(new GridId(grid), "幸福里", Optional.empty(), Optional.empty(), "3栋", "2", "501");
        residents().settle(resident, new Home(place)).block(Duration.ofSeconds(20));
        return resident;
    }

    private List<Neighbour> all(String... grids) {
        Set<GridId> nodes = Arrays.stream(grids).map(GridId::new).collect(Collectors.toSet());
        return Objects.requireNonNull(directory().at(nodes).collectList().block(Duration.ofSeconds(20)));
    }

    private static Neighbour reachable(ResidentId resident, int number) {
        return new Neighbour(resident, List.of(Messages.sender(number)), false);
    }

    @Test
    default void residentsShouldBeFoundWhereTheyLive() {
        ResidentId first = at(701, "d1-m01");
        ResidentId second = at(702, "d1-m01");
        at(703, "d1-m02");

        assertThat(all("d1-m01")).containsExactlyInAnyOrder(reachable(first, 701), reachable(second, 702));
        assertThat(all("d1-m03")).isEmpty();
        assertThat(all("d1-m01", "d1-m02", "d1-m03")).hasSize(3);
        assertThat(all()).isEmpty();
    }

    @Test
    default void whoMovedShouldBeFoundInTheNewPlaceOnly() {
        at(711, "d2-m01");
        ResidentId moved = at(711, "d2-m02");

        assertThat(all("d2-m01")).isEmpty();
        assertThat(all("d2-m02")).containsExactly(reachable(moved, 711));
    }

    @Test
    default void whoLeftShouldBeSaidToHaveLeft() {
        ResidentId left = at(721, "d3-m01");
        ResidentId back = at(722, "d3-m01");
        Sender sender = Messages.sender(722);
        residents().follows(Messages.sender(721), false, Messages.NOON).block();
        residents().follows(sender, false, Messages.NOON).block();
        residents().follows(sender, true, Messages.NOON.plusSeconds(1)).block();

        assertThat(all("d3-m01")).containsExactlyInAnyOrder(new Neighbour(left, List.of(), true), reachable(back, 722));
    }
}
