package cn.huying.bot.grid;

/** A point on the map, in degrees. */
public record GeoPoint(double latitude, double longitude) {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /** Whether this can be a point on earth at all; what a phone sends is not to be trusted. */
    public boolean isOnEarth() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    /** The distance over the ground (haversine). */
    public double metresTo(GeoPoint other) {
        double latitudeSine = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        double longitudeSine = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double h = latitudeSine * latitudeSine
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * longitudeSine
                        * longitudeSine;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
