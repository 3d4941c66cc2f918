package dev.aotrollout.simulation;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.decision.Decider;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.intake.PlanReader;
import dev.aotrollout.intake.StateReader;
import java.util.Optional;
import java.util.function.Consumer;

/** One process of the operator: reads, decides, records, applies. All it remembers by itself is lost when it ends. */
final class Operator {
    private final Cluster cluster;
    private final Eyes eyes;
    private final Hands hands;
    private Optional<Read> last = Optional.empty();

    /** What a pass made of a rollout that it read. */
    private record Read(AotRollout rollout, RolloutState state) {}

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
        var plan = PlanReader.read(rollout, cluster.jit.revision());
        var recorded = recorded(rollout);
        var state = Decider.take(plan, recorded);
        var seen = eyes.look(rollout.getSpec(), plan, state);
        var outlook = Decider.decide(plan, recorded, state, seen);
        decided.accept(outlook);
        hands.carryOut(rollout, outlook);
    }

    /** An object that was not written anew is not parsed anew. */
    private RolloutState recorded(AotRollout rollout) {
        if (last.isEmpty() || !last.get().rollout().equals(rollout))
            last = Optional.of(new Read(rollout, StateReader.read(rollout)));
        return last.get().state();
    }
}
