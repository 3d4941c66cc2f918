package dev.aotrollout.benchmark;

/** Error bursts that hit both tracks alike, such as a database that is away; every other one hits a single route. */
final class Bursts {
    private static final int EVERY_ROUTE = -1;

    private final double perHour;
    private final int routes;
    private double startsAt;
    private double endsAt;
    private double ratio;
    private int route = EVERY_ROUTE;
    private boolean allowed = true;

    Bursts(double perHour, int routes, Chance chance) {
        this.perHour = perHour;
        this.routes = routes;
        plan(0, chance);
    }

    void advance(int second, Chance chance) {
        if (perHour > 0 && second >= endsAt) plan(second, chance);
    }

    void allow(boolean now) {
        allowed = now;
    }

    private void plan(double second, Chance chance) {
        startsAt = perHour == 0 ? Double.POSITIVE_INFINITY : second + chance.exponential(3600 / perHour);
        endsAt = startsAt + chance.uniform(20, 300);
        ratio = chance.logUniform(0.01, 0.5);
        route = routes > 0 && chance.happens(0.5) ? chance.whole(0, routes - 1) : EVERY_ROUTE;
    }

    /** The share of requests that fail on every route. */
    double everywhere(int second) {
        return isOn(second) && route == EVERY_ROUTE ? ratio : 0;
    }

    /** The share that fails of the requests to {@link #route()}. */
    double onRoute(int second) {
        return isOn(second) && route != EVERY_ROUTE ? ratio : 0;
    }

    int route() {
        return route;
    }

    private boolean isOn(int second) {
        return allowed && second >= startsAt && second < endsAt;
    }
}
