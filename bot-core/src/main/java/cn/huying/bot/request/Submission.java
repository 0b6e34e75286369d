package cn.huying.bot.request;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.resident.ResidentId;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Nature;
import cn.huying.bot.taxonomy.Tier;
import java.time.Instant;
import java.util.Optional;

/** What was asked, by whom, where. Prints nothing of it. */
public record Submission(Requester requester, Matter matter, Place place, String text, Instant at) {
    /** The person, and the channel on which the person is answered. */
    public record Requester(ResidentId resident, Sender sender) {}

    /**
     * What it is about.
     *
     * @param category the taxonomy's code
     * @param name the category as people read it
     * @param level who owns such a matter first
     * @param sensitive never posted to a group
     */
    public record Matter(
            String category,
            String name,
            Tier tier,
            Level level,
            Nature nature,
            double confidence,
            boolean sensitive) {}

    /**
     * Where it is.
     *
     * @param leaf the smallest grid that holds it; empty when not known
     * @param publicLabel compound and building, for groups and lists; may be empty
     * @param fullAddress everything the resident said; sealed at rest; may be empty
     */
    public record Place(Optional<GridId> leaf, String publicLabel, String fullAddress) {
        public static Place unknown() {
            return new Place(Optional.empty(), "", "");
        }

        public boolean isKnown() {
            return leaf.isPresent();
        }

        @Override
        public String toString() {
            return leaf.map(GridId::value).orElse("unknown");
        }
    }

    public Submission at(Place elsewhere) {
        return new Submission(requester, matter, elsewhere, text, at);
    }

    @Override
    public String toString() {
        return matter.category() + " at " + place;
    }
}
