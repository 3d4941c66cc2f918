package dev.aotrollout.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Fixed thresholds on the AOT track alone, as users of Flagger and Argo Rollouts write them: every 30 s, over the last minute, at
 * most 1 % failed requests and a 99th percentile of at most 1.5 times the usual one; rolled back with the fourth failed check
 * (Argo's {@code failureLimit: 3}; both count failed checks over the whole run). A minute without data does not count.
 */
final class Threshold implements Contestant {
    private static final int EVERY_TICKS = 3;
    private static final int WINDOW_TICKS = 6;
    private static final double MAX_ERROR_RATIO = 0.01;
    private static final double MAX_LOG_P99 = Math.log(1.5);
    private static final int FAILURE_LIMIT = 3;

    private int failures;

    @Override
    public String rollsBackFor(World world) {
        var ticks = world.ticks();
        if (ticks.size() % EVERY_TICKS != 0 || ticks.getLast().missing()) return "";
        var window = ticks.subList(Math.max(0, ticks.size() - WINDOW_TICKS), ticks.size());
        var requests = sum(window, Tick.Side::requests);
        if (requests == 0) return "";
        var errors = sum(window, Tick.Side::errors) / requests > MAX_ERROR_RATIO;
        var slow = sum(window, side -> side.requests() == 0 ? 0 : side.logP99() * side.requests()) / requests
                > MAX_LOG_P99;
        if (errors || slow) failures++;
        return failures > FAILURE_LIMIT ? (errors ? "errors" : "latency") : "";
    }

    private static double sum(List<Tick> window, ToDoubleFunction<Tick.Side> figure) {
        return window.stream().map(Tick::aot).mapToDouble(figure).sum();
    }
}
