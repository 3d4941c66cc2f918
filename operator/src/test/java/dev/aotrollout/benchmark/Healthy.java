package dev.aotrollout.benchmark;

import java.util.List;

/** Worlds in which AOT equals JIT, each drawn anew. */
final class Healthy {
    /** Four hours, a look every ten seconds: 1 440 looks. */
    static final List<Scene.Phase> FOUR_HOURS = List.of(
            new Scene.Phase(1, 1_200),
            new Scene.Phase(10, 3_600),
            new Scene.Phase(50, 6_000),
            new Scene.Phase(100, 3_600));

    private static final List<Scene.Phase> ONE_HOUR = List.of(
            new Scene.Phase(1, 300), new Scene.Phase(10, 900), new Scene.Phase(50, 1_500), new Scene.Phase(100, 900));
    private static final double ZERO_ERROR_SERVICES = 0.2;
    private static final double SERVICES_WITHOUT_BURSTS = 0.3;
    private static final double SERVICES_WITHOUT_ROUTES = 0.3;

    private Healthy() {}

    static Scene draw(Chance chance) {
        return draw(chance, FOUR_HOURS, 0, false);
    }

    /** The same plan in a quarter of the time. */
    static Scene drawHour(Chance chance) {
        return draw(chance, ONE_HOUR, 0, false);
    }

    /** Errors come in bursts of single pods of either track beside. */
    static Scene drawWithPodBursts(Chance chance) {
        return draw(chance, FOUR_HOURS, 0.2, false);
    }

    /** Error bursts also come at weight 100, where no judge can tell them from a regression. */
    static Scene drawWithBurstsAlone(Chance chance) {
        return draw(chance, FOUR_HOURS, 0, true);
    }

    private static Scene draw(Chance chance, List<Scene.Phase> phases, double podBurstShape, boolean burstsAlone) {
        var errorRatio = chance.happens(ZERO_ERROR_SERVICES) ? 0 : chance.logUniform(1e-5, 2e-3);
        var bursts = chance.happens(SERVICES_WITHOUT_BURSTS) ? 0 : chance.uniform(0.5, 4);
        var routes = chance.happens(SERVICES_WITHOUT_ROUTES) ? 0 : chance.whole(5, 20);
        return new Scene(
                phases,
                new Scene.Load(chance.logUniform(5, 2_000), 0.5, 1),
                new Scene.Errors(errorRatio, 1, bursts, burstsAlone, podBurstShape, routes, 0),
                new Scene.Latency(
                        chance.logUniform(0.005, 0.2),
                        1,
                        chance.uniform(0, 0.2),
                        chance.uniform(0, 0.05),
                        chance.uniform(0.5, 0.95)),
                new Scene.Fleet(chance.whole(3, 20), 0),
                new Scene.Gauges(chance.oneOf(0.03, 0.08, 0.15), 0.02, chance.uniform(0.5, 0.95), 1, 1, 1, 0),
                0);
    }
}
