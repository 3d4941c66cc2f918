package dev.aotrollout.simulation;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.StepSpec;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.intake.CommandReader;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A cluster, its users and the operator, moved by a virtual clock of whole seconds from one thing that can happen to the next; with
 * a witness, second by second.
 */
public final class World {
    private static final long RETRY_SECONDS = 2;
    private static final long RESTART_SECONDS = 15;
    private static final long PATIENCE_SECONDS = 3600;

    private final Cluster cluster;
    private final Teller teller;
    private final Hands hands;
    private final Witness witness;
    private Operator operator;
    private boolean operatorRuns = true;
    private long operatorStartsAt;
    private long nextPass;
    private boolean woken = true;

    /** From one event to the next. */
    World(AotRollout rollout, long seed) {
        this(new Cluster(rollout, false, new SplittableRandom(seed)), _ -> Witness.NOBODY);
    }

    /** Second by second, and everything that is stored goes through JSON. */
    World(AotRollout rollout, long seed, Function<Cluster, Witness> witness) {
        this(new Cluster(rollout, true, new SplittableRandom(seed)), witness);
    }

    private World(Cluster cluster, Function<Cluster, Witness> witness) {
        this.cluster = cluster;
        this.teller = new Teller(cluster);
        this.hands = new Hands(cluster);
        this.operator = new Operator(cluster, hands);
        this.witness = witness.apply(cluster);
    }

    Cluster cluster() {
        return cluster;
    }

    @Nullable
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
        cluster.adopt();
        behaviour.accept(cluster.jit.build());
        cluster.adopt();
        return this;
    }

    World aot(Consumer<Build> behaviour) {
        cluster.adopt();
        behaviour.accept(cluster.aot.build());
        cluster.adopt();
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
        if (command.equals(CommandReader.RETRY)) mayStartAgain();
        woken = true;
        return this;
    }

    /** A new version of the service: both tracks get it. */
    World release(String revision) {
        cluster.jit.apply(revision, cluster.jit.replicas());
        mayStartAgain();
        woken = true;
        return this;
    }

    World scaleJit(int replicas) {
        cluster.jit.scale(replicas);
        witness.jitIsDisturbed();
        woken = true;
        return this;
    }

    World crashAnAotPod() {
        cluster.adopt();
        cluster.aot.pods().getFirst().crash(cluster.now());
        cluster.adopt();
        woken = true;
        return this;
    }

    /** What users changed in the meantime comes at once. */
    World cacheCatchesUp() {
        cluster.api.cacheLags(false);
        mayStartAgain();
        woken = true;
        return this;
    }

    World goal(String goal) {
        if (goal.equals("AOT")) mayStartAgain();
        return spec("goal: " + goal);
    }

    private void mayStartAgain() {
        witness.mayStartAgain();
    }

    /** Something happens that is no decision of the operator. */
    World then(String what, Consumer<World> happens) {
        teller.event(what);
        happens.accept(this);
        return this;
    }

    World runFor(Duration time) {
        var end = cluster.now() + time.toSeconds();
        while (cluster.now() < end) step(end);
        return this;
    }

    /** Runs until {@code reached}, an hour at most. */
    World until(Predicate<World> reached) {
        return until(reached, PATIENCE_SECONDS);
    }

    World until(Predicate<World> reached, long atMostSeconds) {
        var end = cluster.now() + atMostSeconds;
        while (cluster.now() < end && !reached.test(this)) step(end);
        return this;
    }

    World untilPhase(String phase) {
        return until(world -> world.isIn(phase));
    }

    boolean isIn(String phase) {
        var status = status();
        return status != null && phase.equals(status.phase());
    }

    /** Until step {@code number}, from 1, soaks, or the rollout is over. */
    World untilStep(int number) {
        return until(world -> world.isOver() || world.soaksIn(number), mostSeconds());
    }

    /** Until the rollout is promoted or rolled back, or a person is needed. */
    World untilOver() {
        return until(World::isOver, mostSeconds());
    }

    private boolean soaksIn(int number) {
        var status = status();
        var run = status == null ? null : status.run();
        return run != null && run.stepIndex() >= number - 1 && run.stepServedAt() != null;
    }

    private boolean isOver() {
        return isIn("Promoted") || isIn("RolledBack") || isIn("Paused");
    }

    /** All soaks, and one step that takes as long as it may. */
    private long mostSeconds() {
        var spec = cluster.api.latest().getSpec();
        var soaks = spec.steps().stream().mapToLong(StepSpec::soakSeconds).sum();
        return soaks + spec.progress().maxStepSeconds() + PATIENCE_SECONDS;
    }

    World untilServed(int weight) {
        return until(world -> world.cluster.gateway.servedAot() == weight);
    }

    /** After so many effects the process ends, and starts again a little later. */
    World killOperatorAfter(int effects) {
        hands.killAfter(effects);
        return this;
    }

    /** The process ends now, and starts again a little later. */
    void killOperator() {
        operatorRuns = false;
        operatorStartsAt = cluster.now() + RESTART_SECONDS;
    }

    Story end(String scenario) {
        return teller.end(scenario);
    }

    /** To the next second in which something can happen, {@code end} at the latest. */
    private void step(long end) {
        var happened = cluster.passUntil(witness.equals(Witness.NOBODY) ? Math.min(end, next()) : cluster.now() + 1);
        if (!operatorRuns && cluster.now() >= operatorStartsAt) start();
        if (operatorRuns && (happened || woken || cluster.now() >= nextPass)) pass();
        witness.secondPassed(operatorRuns);
    }

    private long next() {
        var soon = cluster.now() + 1;
        if (woken) return soon;
        var operatorActs = operatorRuns ? nextPass : operatorStartsAt;
        return Math.max(soon, Math.min(operatorActs, cluster.nextChange()));
    }

    private void start() {
        operator = new Operator(cluster, hands);
        operatorRuns = true;
        woken = true;
    }

    private void pass() {
        woken = false;
        var before = cluster.gateway.asked().aot();
        var decided = new Outlook[1];
        var completed = false;
        try {
            operator.pass(outlook -> decided[0] = heard(outlook));
            completed = true;
            nextPass = cluster.now()
                    + Math.max(1, decided[0].decision().recheckAfter().toSeconds());
            woken = operator.waitForAnswer();
            teller.look(decided[0]);
        } catch (ApiServer.Refused e) {
            nextPass = cluster.now() + RETRY_SECONDS;
            teller.trouble(String.valueOf(e.getMessage()));
        } catch (Hands.Killed e) {
            killOperator();
            teller.event("the operator is killed");
        }
        witness.passed(before, decided[0], completed);
    }

    private Outlook heard(Outlook outlook) {
        witness.decided(outlook);
        return outlook;
    }

    @Override
    public String toString() {
        return teller.toString();
    }
}
