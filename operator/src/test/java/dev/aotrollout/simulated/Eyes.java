package dev.aotrollout.simulated;

import dev.aotrollout.decision.Observation;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Evidence;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.Judge;
import dev.aotrollout.judge.Memory;
import dev.aotrollout.judge.Metrics;
import dev.aotrollout.judge.Parity;
import dev.aotrollout.judge.Pods;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Recall;
import dev.aotrollout.judge.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the operator sees of the cluster; it remembers what it asked Prometheus last, for a new question is not answered at once. */
final class Eyes {
    private static final double REQUESTS_IN_WINDOW = 100.0 * 30 * 86_400;

    private final Cluster cluster;
    private Instant asked = Instant.MIN;
    private final Recall recall = new Recall();
    private boolean waits;

    Eyes(Cluster cluster) {
        this.cluster = cluster;
    }

    Observation look(Plan plan, RolloutState state) {
        var live = state.outcome() == Outcome.RUNNING;
        var evidence = evidence(plan, state, live);
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

    private Evidence evidence(Plan plan, RolloutState state, boolean live) {
        var now = cluster.instant();
        var anchor = state.clock().shifted();
        var answers = live && cluster.prometheusAnswers;
        waits = answers && !anchor.equals(asked);
        if (answers) asked = anchor;
        var metrics = new Metrics(
                answers && !waits ? new Reading.Known<>(traffic(state), now) : missing(live),
                missing(live),
                answers ? new Reading.Known<>(budget(plan), now) : missing(live),
                answers && !waits ? new Reading.Known<>(memory(), now) : missing(live),
                missing(live),
                missing(live),
                missing(live),
                missing(live),
                Map.of());
        return new Evidence(
                now,
                state.window(plan, now),
                metrics,
                new Pods(
                        cluster.jit.podFacts(),
                        cluster.aot.podFacts(),
                        cluster.jit.startups(),
                        cluster.aot.startups(),
                        Parity.EQUAL));
    }

    /** Whether an answer is on its way that will wake the operator. */
    boolean waitForAnswer() {
        return waits;
    }

    private <T> Reading<T> missing(boolean live) {
        if (waits) return new Reading.Missing<>("the first query to Prometheus for this step is under way", true);
        return new Reading.Missing<>(
                live
                        ? "Prometheus at http://prometheus:9090 answers 503"
                        : "the rollout is finished; nothing is measured");
    }

    private Traffic traffic(RolloutState state) {
        return state.hasShifted() ? cluster.meter.since(state.clock().shifted()) : cluster.meter.recent();
    }

    private Budget budget(Plan plan) {
        var allowed = REQUESTS_IN_WINDOW * (1 - plan.policy().objectivePercent() / 100);
        var spent = 100 * cluster.meter.failed() / allowed;
        return new Budget(allowed, 100 - cluster.spentElsewherePercent - spent);
    }

    private Memory memory() {
        return new Memory(cluster.jit.memory(cluster.now()), cluster.aot.memory(cluster.now()));
    }
}
