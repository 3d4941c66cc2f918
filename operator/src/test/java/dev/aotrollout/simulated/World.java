package dev.aotrollout.simulated;

import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.intake.CommandReader;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A cluster, its users and the operator, moved by a virtual clock in steps of one second. */
final class World {
    private static final long RETRY_SECONDS = 2;
    private static final long RESTART_SECONDS = 15;

    /** The shortest useful manifest, and steps that suit a test. */
    private static final String MANIFEST = """
            apiVersion: aotrollout.dev/v1alpha1
            kind: AOTRollout
            metadata: {name: checkout, namespace: shop}
            spec:
              workloadRef: {name: checkout}
              aot:
                runtime: DotnetNativeAot
                containers: [{name: app, image: "registry.example/checkout:1.4.2-aot"}]
              traffic: {service: checkout, httpRoutes: [{name: checkout}]}
              metrics: {prometheus: {url: "http://prometheus:9090"}}
              progress: {maxStepSeconds: 900}
              steps:
                - {weight: 5, soakSeconds: 60}
                - {weight: 25, soakSeconds: 120}
                - {weight: 50, soakSeconds: 180}
                - {weight: 100, soakSeconds: 300}
            """;

    private final Cluster cluster;
    private final Story story = new Story();
    private final Invariants invariants;
    private final Hands hands;
    private Operator operator;
    private boolean operatorRuns = true;
    private long operatorStartsAt;
    private long nextPass;
    private boolean woken;

    World(long seed) {
        cluster = new Cluster(MANIFEST, new SplittableRandom(seed));
        hands = new Hands(cluster);
        operator = new Operator(cluster, hands);
        invariants = new Invariants(cluster);
    }

    Story story() {
        return story;
    }

    Cluster cluster() {
        return cluster;
    }

    AotRolloutStatus status() {
        return cluster.api.latest().getStatus();
    }

    Hands hands() {
        return hands;
    }

    World rps(double perSecond) {
        cluster.meter.rate(perSecond);
        return this;
    }

    World jit(Consumer<Build> behaviour) {
        behaviour.accept(cluster.jit.build());
        return this;
    }

    World aot(Consumer<Build> behaviour) {
        behaviour.accept(cluster.aot.build());
        return this;
    }

    /** Fields of the manifest, as a user edits them. */
    World spec(String yaml) {
        cluster.api.editSpec(yaml);
        woken = true;
        return this;
    }

    World annotate(String command, String value) {
        cluster.api.annotate(command, value);
        if (command.equals(CommandReader.RETRY)) invariants.mayStartAgain();
        woken = true;
        return this;
    }

    /** A new version of the service: both tracks get it. */
    World release(String revision) {
        cluster.jit.apply(revision, cluster.jit.replicas());
        invariants.mayStartAgain();
        woken = true;
        return this;
    }

    World scaleJit(int replicas) {
        cluster.jit.scale(replicas);
        invariants.jitIsDisturbed();
        woken = true;
        return this;
    }

    World crashAnAotPod() {
        cluster.aot.pods().getFirst().crash(cluster.now());
        woken = true;
        return this;
    }

    /** What users changed in the meantime comes at once. */
    World cacheCatchesUp() {
        cluster.api.cacheLags(false);
        invariants.mayStartAgain();
        woken = true;
        return this;
    }

    World goal(String goal) {
        if (goal.equals("AOT")) invariants.mayStartAgain();
        return spec("goal: " + goal);
    }

    /** Something happens that is no decision of the operator. */
    World then(String what, Consumer<World> happens) {
        story.event(cluster.now(), what);
        happens.accept(this);
        return this;
    }

    World runFor(Duration time) {
        var end = cluster.now() + time.toSeconds();
        while (cluster.now() < end) second();
        return this;
    }

    /** Runs until {@code reached}, an hour at most. */
    World until(Predicate<World> reached) {
        var end = cluster.now() + 3600;
        while (cluster.now() < end && !reached.test(this)) second();
        return this;
    }

    World untilPhase(String phase) {
        return until(
                world -> world.status() != null && phase.equals(world.status().phase()));
    }

    World untilServed(int weight) {
        return until(world -> world.cluster.gateway.servedAot() == weight);
    }

    /** After so many effects the process ends, and starts again a little later. */
    World killOperatorAfter(int effects) {
        hands.killAfter(effects);
        return this;
    }

    World end() {
        story.end(cluster);
        return this;
    }

    private void second() {
        var happened = cluster.tick();
        if (!operatorRuns && cluster.now() >= operatorStartsAt) start();
        if (operatorRuns && (happened || woken || cluster.now() >= nextPass)) pass();
        invariants.afterSecond(operatorRuns);
    }

    private void start() {
        operator = new Operator(cluster, hands);
        operatorRuns = true;
        woken = true;
    }

    private void pass() {
        woken = false;
        var before = cluster.gateway.asked().aot();
        var seen = new Outlook[1];
        var completed = false;
        try {
            operator.pass(outlook -> seen[0] = outlook);
            completed = true;
            nextPass = cluster.now()
                    + Math.max(1, seen[0].decision().recheckAfter().toSeconds());
            woken = operator.waitForAnswer();
            story.look(cluster, seen[0]);
        } catch (ApiServer.Refused e) {
            nextPass = cluster.now() + RETRY_SECONDS;
            story.trouble(cluster.now(), e.getMessage());
        } catch (Hands.Killed e) {
            operatorRuns = false;
            operatorStartsAt = cluster.now() + RESTART_SECONDS;
            story.event(cluster.now(), "the operator is killed");
        }
        invariants.afterPass(before, seen[0], completed);
    }
}
