package dev.aotrollout.status;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.EvidenceRef;
import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.api.AotRolloutStatus.RouteStatus;
import dev.aotrollout.api.AotRolloutStatus.Run;
import dev.aotrollout.api.AotRolloutStatus.Transition;
import dev.aotrollout.api.CandidateStatus;
import dev.aotrollout.decision.Decision;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.governance.Assessment;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Text;
import dev.aotrollout.judge.Traffic;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From an outlook to the status that is recorded. */
public final class StatusWriter {
    private static final int TRANSITIONS = 20;
    /** Every rollout waits for these for a while. */
    private static final Set<Reason> UNREMARKABLE =
            EnumSet.of(Reason.SoakWaits, Reason.WeightUnserved, Reason.RouteNotAccepted, Reason.MetricsPending);

    private StatusWriter() {}

    /**
     * The status to record after {@code outlook} and {@code assessment}, beside the {@code routes} as the user wrote them.
     *
     * @param evidence the newest pack; {@code null} keeps what was recorded
     */
    public static AotRolloutStatus write(
            AotRollout rollout,
            Outlook outlook,
            Assessment assessment,
            List<RouteStatus> routes,
            @Nullable EvidenceRef evidence) {
        var before = rollout.getStatus();
        var state = outlook.after();
        return new AotRolloutStatus(
                rollout.getMetadata().getGeneration(),
                phase(outlook),
                position(outlook),
                state.weight(),
                served(outlook),
                outlook.decision().message(),
                SummaryWriter.write(outlook, before == null ? null : before.summary()),
                run(before, outlook),
                findings(before, outlook),
                ObservedWriter.write(outlook.seen()),
                candidate(before, outlook, assessment),
                ApprovalWriter.write(outlook),
                evidence == null && before != null ? before.evidence() : evidence,
                routes,
                transitions(before, outlook),
                outlook.seen().now().toString(),
                conditions(rollout, outlook, assessment).all());
    }

    /** As {@link ConditionWriter#state}. */
    static ConditionList conditions(AotRollout rollout, Outlook outlook, Assessment assessment) {
        var before = rollout.getStatus();
        var generation = rollout.getMetadata().getGeneration();
        List<Condition> recorded = before == null || before.conditions() == null ? List.of() : before.conditions();
        return ConditionWriter.state(outlook, assessment, generation == null ? 0 : generation, recorded);
    }

    /** {@code 2/4}. */
    static String position(Outlook outlook) {
        return Math.max(0, outlook.after().step() + 1) + "/"
                + outlook.plan().steps().size();
    }

    /** A memory that did not change is not written anew. */
    static Run run(@Nullable AotRolloutStatus before, Outlook outlook) {
        var state = outlook.after();
        var recorded = before == null ? null : before.run();
        // Whoever left out the runs whose evidence is filed did so after the status was read.
        if (recorded != null
                && recorded.unfiled() == null
                && state.history().unfiled().isEmpty()
                && state.equals(outlook.before())) return recorded;
        return RunWriter.write(state);
    }

    /** What a run was admitted with stays when it is over. */
    private static @Nullable CandidateStatus candidate(
            @Nullable AotRolloutStatus before, Outlook outlook, Assessment assessment) {
        var over =
                outlook.after().outcome() != Outcome.RUNNING && outlook.after().step() >= 0;
        return over && before != null && before.candidate() != null
                ? before.candidate()
                : CandidateWriter.write(assessment);
    }

    static String phase(Outlook outlook) {
        var state = outlook.after();
        return switch (state.outcome()) {
            case ROLLED_BACK ->
                outlook.seen().route().serves(0) ? restsAs(state.ending().reason()) : "RollingBack";
            case PROMOTED -> "Promoted";
            case RUNNING ->
                outlook.decision() instanceof Decision.Hold hold
                        ? hold.reason() == Reason.PausedByUser || hold.reason() == Reason.Inconclusive
                                ? "Paused"
                                : "Held"
                        : state.step() < 0 ? "Pending" : "Progressing";
        };
    }

    private static String restsAs(Reason ending) {
        return ending == Reason.Exempted ? "Exempted" : "RolledBack";
    }

    private static List<FindingStatus> findings(@Nullable AotRolloutStatus before, Outlook outlook) {
        var judged =
                outlook.seen().findings().stream().map(FindingWriter::write).toList();
        // A finished rollout is not judged any more: what was said last is evidence.
        return judged.isEmpty() && before != null && before.findings() != null ? before.findings() : judged;
    }

    /** The share that was measured where it was, else what the routes ask for. */
    private static String served(Outlook outlook) {
        var asked = outlook.seen().route().weight();
        if (outlook.after().outcome() != Outcome.RUNNING || !outlook.after().hasShifted()) return "" + asked;
        return outlook.seen().evidence().traffic() instanceof Reading.Known<Traffic>(var traffic, var _)
                        && traffic.aot().requests() + traffic.jit().requests() > 0
                ? Text.trimmed(100 * traffic.totals().aotShare())
                : "" + asked;
    }

    private static List<Transition> transitions(@Nullable AotRolloutStatus before, Outlook outlook) {
        List<Transition> old = before == null || before.transitions() == null ? List.of() : before.transitions();
        var next = transition(outlook);
        if (next == null || (!old.isEmpty() && same(old.getFirst(), next))) return old;
        var all = new ArrayList<Transition>();
        all.add(next);
        all.addAll(old);
        return List.copyOf(all.subList(0, Math.min(TRANSITIONS, all.size())));
    }

    private static boolean same(Transition one, Transition other) {
        return one.reason().equals(other.reason()) && one.weight().equals(other.weight());
    }

    private static @Nullable Transition transition(Outlook outlook) {
        var decision = outlook.decision();
        return switch (decision) {
            case Decision.Wait wait -> UNREMARKABLE.contains(wait.reason()) ? null : entry(outlook);
            case Decision.Hold _, Decision.Advance _, Decision.Shift _, Decision.RollBack _, Decision.Promote _ ->
                entry(outlook);
            case Decision.Rest rest -> rest.reason() == Reason.Retired ? entry(outlook) : null;
        };
    }

    private static Transition entry(Outlook outlook) {
        var decision = outlook.decision();
        return new Transition(
                outlook.seen().now().toString(),
                decision.reason().name(),
                outlook.after().weight(),
                decision.message());
    }
}
