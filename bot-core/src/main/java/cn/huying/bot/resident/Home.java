package cn.huying.bot.resident;

import cn.huying.bot.grid.place.Place;

/** Where a resident said to live. A full address is direct personal data: sealed at rest, never logged. */
public record Home(Place place) {
    @Override
    public String toString() {
        return "***";
    }
}
