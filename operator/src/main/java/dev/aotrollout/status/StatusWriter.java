package dev.aotrollout.status;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.EvidenceRef;
import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.api.AotRolloutStatus.RouteStatus;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** Figures that only moved a little are written this often; decisions at once. */
    private static final Duration FIGURES_EVERY = Duration.ofSeconds(10);

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
        var generation = rollout.getMetadata().getGeneration();
        List<Condition> conditions = before == null || before.conditions() == null ? List.of() : before.conditions();
        return new AotRolloutStatus(
                generation,
                phase(outlook),
                "%s/%s"
                        .formatted(
                                Math.max(0, state.step() + 1),
                                outlook.plan().steps().size()),
                state.weight(),
                served(outlook),
                outlook.decision().message(),
                SummaryWriter.write(outlook, before == null ? null : before.summary()),
                RunWriter.write(state),
                findings(before, outlook),
                ObservedWriter.write(outlook.seen()),
                candidate(before, outlook, assessment),
                ApprovalWriter.write(outlook),
                evidence == null && before != null ? before.evidence() : evidence,
                routes,
                transitions(before, outlook),
                outlook.seen().now().toString(),
                ConditionWriter.write(outlook, assessment, generation == null ? 0 : generation, conditions));
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

    /** Whether {@code next} says something that the recorded status does not; small moves of figures only now and then. */
    public static boolean isWorthWriting(@Nullable AotRolloutStatus recorded, AotRolloutStatus next) {
        if (recorded == null || recorded.recordedAt() == null || next.recordedAt() == null) return true;
        if (!facts(recorded).equals(facts(next))) return true;
        var age = Duration.between(Instant.parse(recorded.recordedAt()), Instant.parse(next.recordedAt()));
        var live = "RUNNING".equals(next.run() == null ? null : next.run().outcome());
        return live && age.compareTo(FIGURES_EVERY) >= 0 && !figures(recorded).equals(figures(next));
    }

    /** What must never be stale: the memory, the routes, and each condition's status and reason. */
    private static List<Object> facts(AotRolloutStatus status) {
        var conditions = status.conditions() == null ? List.<Condition>of() : status.conditions();
        var live = status.run() != null && "RUNNING".equals(status.run().outcome());
        return Arrays.asList(
                status.observedGeneration(),
                status.phase(),
                status.step(),
                status.weight(),
                status.run(),
                status.approval(),
                status.routes(),
                live ? "" : status.message(),
                conditions.stream()
                        .map(c -> c.getType() + c.getStatus() + c.getReason())
                        .toList());
    }

    private static List<Object> figures(AotRolloutStatus status) {
        return Arrays.asList(
                status.summary(), status.findings(), status.candidate(), status.message(), status.served());
    }

    private static String phase(Outlook outlook) {
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
