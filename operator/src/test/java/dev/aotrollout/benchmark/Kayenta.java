package dev.aotrollout.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Kayenta's judge from its description ({@code NetflixACAJudge}): per metric a Mann-Whitney interval of the shift at confidence
 * 0.98, High when its lower end is above 0.25 times the Hodges-Lehmann estimate; NaN removed; metrics in groups, the score their
 * mean. Settings as its users choose them: points of 30 s, a judgement each 60 points, metrics failed ratio | 99th percentile |
 * memory, processor time per request (as if both tracks were equally loaded), direction Increase, three groups of equal weight, marginal 75 at each judgement and pass 95
 * at the last. Points of weight 100 have no baseline and are not judged.
 */
final class Kayenta implements Contestant {
    private static final int POINT_TICKS = 3;
    private static final int POINTS = 60;
    private static final double MARGINAL = 75;
    private static final double PASS = 95;

    private final int lastTick;

    /** @param comparedSeconds of the rollout at weights below 100 */
    Kayenta(int comparedSeconds) {
        var interval = POINT_TICKS * POINTS;
        lastTick = comparedSeconds / Tick.SECONDS / interval * interval;
    }

    /** One judgement's metrics, a point each for both tracks. */
    private record Points(List<Double> jit, List<Double> aot) {
        boolean isHigh() {
            return jit.size() >= 2 && aot.size() >= 2 && MannWhitney.isHigh(array(aot), array(jit));
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    @Override
    public String rollsBackFor(World world) {
        var ticks = world.ticks();
        var interval = POINT_TICKS * POINTS;
        if (ticks.size() % interval != 0 || ticks.size() > lastTick) return "";
        var window = ticks.subList(ticks.size() - interval, ticks.size());
        var errors = score(points(window, Kayenta::errorRatio));
        var latency = score(points(window, Kayenta::p99));
        var memory = score(points(window, side -> last(side, Tick.Side::memory)));
        var cpu = score(points(window, side -> last(side, Tick.Side::cpuPerRequest)));
        var score = (errors + latency + (memory + cpu) / 2) / 3;
        if (score >= (ticks.size() == lastTick ? PASS : MARGINAL)) return "";
        return errors < 100 ? "errors" : latency < 100 ? "latency" : memory < 100 ? "memory" : "cpu";
    }

    private static double score(Points points) {
        return points.isHigh() ? 0 : 100;
    }

    private interface Figure {
        double of(List<Tick.Side> point);
    }

    private static Points points(List<Tick> window, Figure figure) {
        var jit = new ArrayList<Double>();
        var aot = new ArrayList<Double>();
        for (var i = 0; i + POINT_TICKS <= window.size(); i += POINT_TICKS) {
            var point = window.subList(i, i + POINT_TICKS).stream()
                    .filter(tick -> !tick.missing())
                    .toList();
            if (point.isEmpty()) continue;
            keep(figure.of(point.stream().map(Tick::jit).toList()), jit);
            keep(figure.of(point.stream().map(Tick::aot).toList()), aot);
        }
        return new Points(jit, aot);
    }

    private static void keep(double value, List<Double> values) {
        if (!Double.isNaN(value)) values.add(value);
    }

    private static double errorRatio(List<Tick.Side> point) {
        var requests = point.stream().mapToLong(Tick.Side::requests).sum();
        return requests == 0
                ? Double.NaN
                : (double) point.stream().mapToLong(Tick.Side::errors).sum() / requests;
    }

    private static double p99(List<Tick.Side> point) {
        var answered = point.stream().filter(side -> side.requests() > 0).toList();
        var requests = answered.stream().mapToLong(Tick.Side::requests).sum();
        return requests == 0
                ? Double.NaN
                : Math.exp(answered.stream()
                                .flatMapToDouble(side -> DoubleStream.of(side.logP99() * side.requests()))
                                .sum()
                        / requests);
    }

    private static double last(List<Tick.Side> point, ToDoubleFunction<Tick.Side> figure) {
        return figure.applyAsDouble(point.getLast());
    }
}
