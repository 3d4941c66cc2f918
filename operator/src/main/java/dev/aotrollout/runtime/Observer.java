package dev.aotrollout.runtime;

import dev.aotrollout.cluster.ObjectKey;
import dev.aotrollout.cluster.PodWatches;
import dev.aotrollout.decision.Observation;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.decision.Retirement;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.decision.Trouble;
import dev.aotrollout.judge.Evidence;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.Judge;
import dev.aotrollout.judge.Metrics;
import dev.aotrollout.judge.Pods;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Recall;
import dev.aotrollout.judge.Traffic;
import dev.aotrollout.observe.MetricsPoller;
import dev.aotrollout.observe.MetricsRequest;
import dev.aotrollout.observe.MetricsSnapshot;
import dev.aotrollout.observe.ParityReadings;
import dev.aotrollout.observe.PodImages;
import dev.aotrollout.observe.PodReadings;
import dev.aotrollout.observe.StartupReadings;
import dev.aotrollout.observe.TrackPods;
import dev.aotrollout.observe.Tracks;
import dev.aotrollout.workload.AotNames;
import dev.aotrollout.workload.Owner;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gathers everything that one pass looks at; reads caches only, so it never waits for a server. */
final class Observer {
    private static final String FINISHED = "the rollout is finished; nothing is measured";

    private final PodWatches pods;
    private final MetricsPoller poller;
    private final Connections connections;
    private final Map<ObjectKey, Recall> recalls = new ConcurrentHashMap<>();

    Observer(PodWatches pods, MetricsPoller poller, Connections connections) {
        this.pods = pods;
        this.poller = poller;
        this.connections = connections;
    }

    /**
     * What was seen for the rules, and beside it what only governance asks about.
     *
     * @param baselineReach how far back JIT's figures reach
     * @param aotDigests of the images that AOT pods run
     */
    record Sight(Observation seen, Reading<Duration> baselineReach, Set<String> aotDigests) {}

    Sight observe(Plan plan, RolloutState state, Surroundings around, Instant now) {
        if (state.outcome() == Outcome.RUNNING) return live(plan, state, around, now);
        forget(around.key());
        var evidence = new Evidence(now, state.window(plan, now), Metrics.missing(FINISHED), Pods.NONE);
        return new Sight(
                observation(plan, state, around, evidence, List.of()), new Reading.Missing<>(FINISHED), Set.of());
    }

    private Sight live(Plan plan, RolloutState state, Surroundings around, Instant now) {
        var container = around.rollout().getSpec().aot().containers().getFirst().name();
        var jitPods = around.jit()
                .map(jit -> pods.pods(around.key(), "jit", jit.getSpec().getSelector()))
                .orElse(List.of());
        var aotPods = pods.pods(around.key(), "aot", aotSelector(around));
        var snapshot = snapshot(state, around, new TwoTracks(container, jitPods, aotPods), now);
        var metrics = snapshot.metrics();
        var evidence = new Evidence(
                now,
                state.window(plan, now),
                metrics.withTraffic(ofThisRun(state, metrics.traffic())),
                new Pods(
                        PodReadings.facts(jitPods),
                        PodReadings.facts(aotPods),
                        StartupReadings.of(jitPods, container),
                        StartupReadings.of(aotPods, container),
                        ParityReadings.of(jitPods, aotPods, container)));
        var findings = Judge.judge(plan.guards(), evidence, recalls.computeIfAbsent(around.key(), _ -> new Recall()));
        return new Sight(
                observation(plan, state, around, evidence, findings),
                snapshot.baselineReach(),
                PodImages.digests(aotPods, container));
    }

    private static Observation observation(
            Plan plan, RolloutState state, Surroundings around, Evidence evidence, List<Finding> findings) {
        return new Observation(
                evidence.now(),
                Track.facts(around.jit()),
                Track.facts(around.aot()),
                around.routeFacts(),
                state.outcome() == Outcome.ROLLED_BACK ? List.of() : troubles(plan, state, around),
                evidence,
                findings);
    }

    /** Also where somebody else sets JIT's replicas, and not to what the rollout needs. */
    private static List<Trouble> troubles(Plan plan, RolloutState state, Surroundings around) {
        var troubles = new ArrayList<>(around.troubles());
        if (around.jit().isEmpty()) return troubles;
        var desired = Track.facts(around.jit()).desired();
        var capacity = state.jit().capacity();
        if (state.outcome() == Outcome.RUNNING && state.step() >= 0 && desired < capacity)
            remedy(around.jitOwner(), capacity)
                    .ifPresent(remedy -> troubles.add(new Trouble(
                            Reason.JitBelowCapacity,
                            "JIT is asked for %d replicas, %d carry all traffic; %s"
                                    .formatted(desired, capacity, remedy))));
        if (state.outcome() == Outcome.PROMOTED
                && state.jit().retired()
                && plan.retirement() instanceof Retirement.After(var _, var replicas)
                && desired > replicas)
            remedy(around.jitOwner(), replicas)
                    .ifPresent(remedy -> troubles.add(new Trouble(
                            Reason.RetirementLeftToUser,
                            "JIT still has %d replicas, %d are left of it after retirement; %s"
                                    .formatted(desired, replicas, remedy))));
        return troubles;
    }

    private static Optional<String> remedy(Owner owner, int replicas) {
        return switch (owner) {
            case Owner.Ours() -> Optional.empty();
            case Owner.Autoscaler autoscaler ->
                Optional.of("HorizontalPodAutoscaler %s sets them, change its minReplicas (%d now) to %d"
                        .formatted(autoscaler.name(), autoscaler.minReplicas(), replicas));
            case Owner.GitOps gitOps ->
                Optional.of("%s sets them, change its manifest to %d".formatted(gitOps.manager(), replicas));
        };
    }

    /** Before its first weight a run has sent no requests to AOT: those of the last minute are of the run before. */
    private static Reading<Traffic> ofThisRun(RolloutState state, Reading<Traffic> seen) {
        var beforeFirstWeight = !state.hasShifted() && state.weight() == 0;
        return beforeFirstWeight && seen instanceof Reading.Known<Traffic>(var traffic, var asOf)
                ? new Reading.Known<>(new Traffic(List.of(), traffic.slowBoundSeconds()), asOf)
                : seen;
    }

    private record TwoTracks(String container, List<Pod> jit, List<Pod> aot) {}

    private static LabelSelector aotSelector(Surroundings around) {
        return new LabelSelectorBuilder()
                .addToMatchLabels(AotNames.of(around.rollout()).aotPods())
                .build();
    }

    private MetricsSnapshot snapshot(RolloutState state, Surroundings around, TwoTracks tracks, Instant now) {
        return switch (connections.resolve(around.rollout())) {
            case Connections.Resolved.Missing(var why) -> MetricsSnapshot.missing(why, now);
            case Connections.Resolved.Ready(var connection) -> {
                var request = request(state, around, tracks);
                yield request.profile()
                        .trouble()
                        .map(why -> MetricsSnapshot.missing(why, now))
                        .orElseGet(() -> poller.latest(pollKey(around.key()), connection, request));
            }
        };
    }

    private static MetricsRequest request(RolloutState state, Surroundings around, TwoTracks pods) {
        var spec = around.rollout().getSpec();
        var names = AotNames.of(around.rollout());
        var jit = name(around.jit(), spec.workloadRef().name());
        var tracks = new Tracks(
                around.key().namespace(),
                pods.container(),
                new TrackPods(jit, spec.traffic().service(), PodReadings.observed(pods.jit(), pods.container())),
                new TrackPods(
                        names.deployment(), names.aotService(), PodReadings.observed(pods.aot(), pods.container())));
        return MetricsQuestions.of(spec, tracks, state.clock().shifted());
    }

    private static String name(Optional<Deployment> deployment, String otherwise) {
        return deployment.map(d -> d.getMetadata().getName()).orElse(otherwise);
    }

    /** Nobody watches the pods of a finished rollout, and nobody asks Prometheus about it. */
    void forget(ObjectKey rollout) {
        pods.close(rollout);
        recalls.remove(rollout);
        poller.forget(pollKey(rollout));
    }

    private static String pollKey(ObjectKey rollout) {
        return rollout.namespace() + "/" + rollout.name();
    }
}
