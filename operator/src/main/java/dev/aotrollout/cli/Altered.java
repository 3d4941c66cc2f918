package dev.aotrollout.cli;

import dev.aotrollout.decision.Observation;
import dev.aotrollout.decision.RouteFacts;
import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.decision.Trouble;
import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Evidence;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.Metrics;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import java.time.Instant;
import java.util.List;

/** Observations and plans with one thing different. */
final class Altered {
    private static final int REQUESTS = 100_000;

    private Altered() {}

    static Observation at(Observation o, Instant now) {
        return new Observation(
                now, o.jit(), o.aot(), o.route(), o.troubles(), o.evidence(), o.findings(), o.admission());
    }

    static Observation troubles(Observation o, List<Trouble> troubles) {
        return new Observation(
                o.now(), o.jit(), o.aot(), o.route(), troubles, o.evidence(), o.findings(), o.admission());
    }

    static Observation jit(Observation o, TrackFacts jit) {
        return new Observation(
                o.now(), jit, o.aot(), o.route(), o.troubles(), o.evidence(), o.findings(), o.admission());
    }

    static Observation aot(Observation o, TrackFacts aot) {
        return new Observation(
                o.now(), o.jit(), aot, o.route(), o.troubles(), o.evidence(), o.findings(), o.admission());
    }

    static Observation findings(Observation o, List<Finding> findings) {
        return new Observation(
                o.now(), o.jit(), o.aot(), o.route(), o.troubles(), o.evidence(), findings, o.admission());
    }

    /** The gateway serves {@code weight}, and requests arrive in that share. */
    static Observation serving(Observation o, int weight) {
        var route = new RouteFacts(weight, weight, true, "");
        return new Observation(
                o.now(),
                o.jit(),
                o.aot(),
                route,
                o.troubles(),
                measured(o, o.evidence().metrics().withTraffic(traffic(o.now(), weight))),
                o.findings(),
                o.admission());
    }

    /** Prometheus answers, and nothing is wrong with what it says. */
    static Observation answering(Observation o, int weight) {
        var metrics = o.evidence()
                .metrics()
                .withTraffic(traffic(o.now(), weight))
                .withBudget(new Reading.Known<>(new Budget(REQUESTS, 100), o.now()));
        return new Observation(
                o.now(), o.jit(), o.aot(), o.route(), o.troubles(), measured(o, metrics), o.findings(), o.admission());
    }

    static Observation silent(Observation o) {
        return new Observation(
                o.now(),
                o.jit(),
                o.aot(),
                o.route(),
                o.troubles(),
                measured(o, Metrics.missing("Prometheus does not answer")),
                o.findings(),
                o.admission());
    }

    private static Reading<Traffic> traffic(Instant now, int weight) {
        var aot = (long) REQUESTS * weight / 100;
        var bucket = new Bucket(now, new Counts(REQUESTS - aot, 0, 0), new Counts(aot, 0, 0));
        return new Reading.Known<>(new Traffic(List.of(bucket), 0), now);
    }

    private static Evidence measured(Observation o, Metrics metrics) {
        return new Evidence(
                o.evidence().now(), o.evidence().step(), metrics, o.evidence().pods());
    }
}
