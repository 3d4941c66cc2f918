package dev.aotrollout.simulation;

import dev.aotrollout.api.AotRolloutSpec;
import dev.aotrollout.decision.Observation;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Coverage;
import dev.aotrollout.judge.CustomGuard;
import dev.aotrollout.judge.CustomValue;
import dev.aotrollout.judge.Evidence;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.Identity;
import dev.aotrollout.judge.Judge;
import dev.aotrollout.judge.Memory;
import dev.aotrollout.judge.Metrics;
import dev.aotrollout.judge.Pods;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Recall;
import dev.aotrollout.judge.Traffic;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What the operator sees of the cluster; it remembers what it asked Prometheus last, for a new question is not answered at once. */
final class Eyes {
    private static final double SECONDS_IN_DAY = 86_400;
    private static final long RECENT_SECONDS = 60;
    private static final List<Double> BOUNDS = List.of(0.05, 0.1, Window.SLOW_BOUND_SECONDS, 0.5, 1.0);
    private static final List<String> SIGNALS = List.of("http_server_request_duration_seconds");

    private static final Coverage COVERED = coverage(true, true);

    private final Cluster cluster;
    private final Recall recall = new Recall();
    private Instant asked = Instant.MIN;
    private Window window;
    private boolean waits;

    Eyes(Cluster cluster) {
        this.cluster = cluster;
        window = new Window(0, cluster.meter);
    }

    Observation look(AotRolloutSpec spec, Plan plan, RolloutState state) {
        var live = state.outcome() == Outcome.RUNNING;
        var evidence = evidence(spec, plan, state, live);
        List<Finding> findings = live ? Judge.judge(plan.guards(), evidence, recall) : List.of();
        return new Observation(
                cluster.instant(),
                cluster.jit.facts(false),
                cluster.aot.facts(true),
                cluster.gateway.facts(),
                List.of(),
                evidence,
                findings);
    }

    /** Whether an answer is on its way that will wake the operator. */
    boolean waitForAnswer() {
        return waits;
    }

    private Evidence evidence(AotRolloutSpec spec, Plan plan, RolloutState state, boolean live) {
        var now = cluster.instant();
        var anchor = state.clock().shifted();
        var answers = live && cluster.prometheusAnswers;
        waits = answers && !anchor.equals(asked);
        if (answers) asked = anchor;
        return new Evidence(now, state.window(plan, now), metrics(spec, plan, state, live), live ? pods() : Pods.NONE);
    }

    private Pods pods() {
        return new Pods(
                cluster.jit.podFacts(),
                cluster.aot.podFacts(),
                cluster.jit.startups(),
                cluster.aot.startups(),
                cluster.parity);
    }

    private Metrics metrics(AotRolloutSpec spec, Plan plan, RolloutState state, boolean live) {
        if (!live) return Metrics.missing("the rollout is finished; nothing is measured");
        if (!cluster.prometheusAnswers)
            return Metrics.missing("Prometheus at %s answers 503"
                    .formatted(spec.metrics().prometheus().url()));
        var budget = known(budget(spec, plan));
        if (waits)
            return Metrics.pending("the first query to Prometheus for this step is under way")
                    .withBudget(budget);
        var since = window(state);
        return new Metrics(
                known(traffic(state, since)),
                known(since.latencies()),
                budget,
                known(memory()),
                known(since.cpu()),
                known(since.exceptions()),
                known(new Identity(cluster.jit.identities(), cluster.aot.identities())),
                known(coverage()),
                custom(plan));
    }

    private <T> Reading<T> known(T value) {
        return new Reading.Known<>(value, cluster.instant());
    }

    /** Before a step has its weight, of the last minute. */
    private Window window(RolloutState state) {
        var from = state.hasShifted()
                ? state.clock().shifted().getEpochSecond() - Cluster.START.getEpochSecond()
                : cluster.now() - RECENT_SECONDS;
        if (from != window.anchor()) window = new Window(from, cluster.meter);
        return window;
    }

    /** Before its first weight a run has sent no requests to AOT: those of the last minute are of the run before. */
    private static Traffic traffic(RolloutState state, Window since) {
        return state.hasShifted() || state.weight() > 0
                ? since.traffic()
                : new Traffic(List.of(), Window.SLOW_BOUND_SECONDS);
    }

    private Budget budget(AotRolloutSpec spec, Plan plan) {
        var requests = cluster.usualRequestsPerSecond * spec.errorBudget().windowDays() * SECONDS_IN_DAY;
        var allowed = requests * (1 - plan.policy().objectivePercent() / 100);
        var spent = 100 * cluster.meter.failed() / allowed;
        return new Budget(allowed, 100 - cluster.spentElsewherePercent - spent);
    }

    private Memory memory() {
        var warmUp = cluster.meter.grid().warmUpSeconds();
        return new Memory(cluster.jit.memory(cluster.now(), warmUp), cluster.aot.memory(cluster.now(), warmUp));
    }

    private Coverage coverage() {
        var jit = cluster.jit.build().instrumented;
        var aot = cluster.aot.build().instrumented || cluster.aot.ready() == 0;
        return jit && aot ? COVERED : coverage(jit, aot);
    }

    private static Coverage coverage(boolean jit, boolean aot) {
        return new Coverage(
                SIGNALS.stream()
                        .map(metric -> new Coverage.Signal(metric, jit, aot))
                        .toList(),
                jit ? BOUNDS : List.of(),
                aot ? BOUNDS : List.of());
    }

    /** Queries of the user's own are taken to be well within their limits: nobody can answer them offline. */
    private Map<String, Reading<CustomValue>> custom(Plan plan) {
        var values = new LinkedHashMap<String, Reading<CustomValue>>();
        for (var guard : plan.guards())
            if (guard instanceof CustomGuard(var _, var name, var max, var _)) {
                var value = max.orElse(2) / 2;
                values.put(name, known(new CustomValue(value, OptionalDouble.of(value))));
            }
        return values;
    }
}
