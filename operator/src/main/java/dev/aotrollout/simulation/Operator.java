package dev.aotrollout.simulation;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutSpec;
import dev.aotrollout.api.AotRolloutStatus.Run;
import dev.aotrollout.decision.Decider;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.intake.PlanReader;
import dev.aotrollout.intake.StateReader;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One process of the operator: reads, decides, records, applies. All it remembers by itself is lost when it ends. */
final class Operator {
    private final Cluster cluster;
    private final Eyes eyes;
    private final Hands hands;
    private Optional<Wanted> wanted = Optional.empty();
    private Optional<Remembered> remembered = Optional.empty();

    /** What a pass made of what the user wrote. */
    private record Wanted(AotRolloutSpec spec, Map<String, String> annotations, Plan plan) {}

    /** What a pass made of what is recorded. */
    private record Remembered(Run run, int weight, RolloutState state) {}

    Operator(Cluster cluster, Hands hands) {
        this.cluster = cluster;
        this.eyes = new Eyes(cluster);
        this.hands = hands;
    }

    /** Whether something that it asked for will wake it. */
    boolean waitForAnswer() {
        return eyes.waitForAnswer();
    }

    /** {@code decided} hears of the outlook before anything is carried out. */
    void pass(Consumer<Outlook> decided) {
        var rollout = cluster.api.read();
        var plan = plan(rollout);
        var recorded = recorded(rollout);
        var state = Decider.take(plan, recorded);
        var seen = eyes.look(rollout.getSpec(), plan, state);
        var outlook = Decider.decide(plan, recorded, state, seen);
        decided.accept(outlook);
        hands.carryOut(rollout, outlook);
    }

    /** A text that was not written anew is not parsed anew; nor is what is recorded. */
    private Plan plan(AotRollout rollout) {
        var spec = rollout.getSpec();
        var written = rollout.getMetadata().getAnnotations();
        Map<String, String> annotations = written == null ? Map.of() : written;
        var revision = cluster.jit.revision();
        var known = wanted.filter(last -> last.spec().equals(spec)
                && last.annotations().equals(annotations)
                && last.plan().revision().equals(revision));
        wanted = known.or(
                () -> Optional.of(new Wanted(spec, Map.copyOf(annotations), PlanReader.read(rollout, revision))));
        return wanted.get().plan();
    }

    private RolloutState recorded(AotRollout rollout) {
        var status = rollout.getStatus();
        if (status == null || status.run() == null || status.weight() == null) return StateReader.read(rollout);
        var run = status.run();
        int weight = status.weight();
        var known =
                remembered.filter(last -> last.weight() == weight && last.run().equals(run));
        remembered = known.or(() -> Optional.of(new Remembered(run, weight, StateReader.read(rollout))));
        return remembered.get().state();
    }
}
