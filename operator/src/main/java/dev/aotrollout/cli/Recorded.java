package dev.aotrollout.cli;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.decision.Asked;
import dev.aotrollout.decision.Decider;
import dev.aotrollout.decision.Decision;
import dev.aotrollout.decision.Observation;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.intake.PlanReader;
import dev.aotrollout.intake.StateReader;
import java.util.List;

/**
 * A rollout as its status describes it, ready to be decided again.
 *
 * @param before what was recorded
 * @param assumed what the status does not say, a sentence each
 */
record Recorded(Plan plan, RolloutState before, Observation seen, List<String> assumed) {
    Recorded {
        assumed = List.copyOf(assumed);
    }

    /** Of a resource with a status. */
    static Recorded of(AotRollout rollout, AotRolloutStatus status) {
        var state = StateReader.read(rollout);
        var plan = PlanReader.read(rollout, state.revision()).exempted(AdmissionReader.exemption(status));
        var reader = new ObservationReader(plan, state, status);
        var seen = reader.read();
        return new Recorded(plan, state, seen, reader.assumed());
    }

    Recorded with(Plan other) {
        return new Recorded(other, before, seen, assumed);
    }

    Recorded with(Observation other) {
        return new Recorded(plan, before, other, assumed);
    }

    /** What the rules work on. */
    RolloutState state() {
        return Decider.take(plan, before);
    }

    /** The rules in their order; the last one answers. */
    List<Asked> asked() {
        return Decider.explain(plan, state(), seen);
    }

    Decision decision() {
        return Decider.decide(plan, before, state(), seen).decision();
    }
}
