package cn.huying.api.mongo.resident;

import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.CompoundId;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.place.Place;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** A place as a document. It can name a dwelling, so it is only ever stored sealed. */
public final class PlaceMapping {
    private PlaceMapping() {}

    public static BsonDocument document(Place place) {
        BsonDocument document = new BsonDocument(
                        "grid", new BsonString(place.grid().value()))
                .append("area", new BsonString(place.area()))
                .append("buildingName", new BsonString(place.buildingName()))
                .append("unit", new BsonString(place.unit()))
                .append("room", new BsonString(place.room()));
        place.compound().ifPresent(id -> document.append("compound", new BsonString(id.value())));
        place.building().ifPresent(id -> document.append("building", new BsonString(id.value())));
        return document;
    }

    public static Place place(BsonDocument d) {
        return new Place(
                new GridId(text(d, "grid")),
                text(d, "area"),
                optional(d, "compound").map(CompoundId::new),
                optional(d, "building").map(BuildingId::new),
                text(d, "buildingName"),
                text(d, "unit"),
                text(d, "room"));
    }

    private static Optional<String> optional(BsonDocument document, String name) {
        return document.containsKey(name) ? Optional.of(text(document, name)) : Optional.empty();
    }

    private static String text(BsonDocument document, String name) {
        return document.getString(name).getValue();
    }
}
