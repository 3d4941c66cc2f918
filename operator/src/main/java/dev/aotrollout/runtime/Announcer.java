package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.api.AotRolloutStatus.Transition;
import dev.aotrollout.decision.Decision;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.notify.Happening;
import dev.aotrollout.notify.Notice;
import dev.aotrollout.telemetry.OperatorMetrics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the world of a decision that changed something, once, after it was recorded; a refusal never blocks a decision. */
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Herald herald;
    private final OperatorMetrics metrics;

    Announcer(Herald herald, OperatorMetrics metrics) {
        this.herald = herald;
        this.metrics = metrics;
    }

    void announce(AotRollout rollout, AotRolloutStatus status, Outlook outlook) {
        var metadata = rollout.getMetadata();
        var namespace = metadata.getNamespace();
        var name = metadata.getName();
        var phase = String.valueOf(status.phase());
        metrics.observed(namespace, name, () -> RolloutFigures.of(namespace, name, phase, outlook));
        RolloutFigures.backAfter(outlook).ifPresent(metrics::broughtBack);
        var before = newest(rollout.getStatus());
        var now = newest(status);
        if (now == null || now.equals(before)) return;
        metrics.decided(now.reason());
        LOG.atInfo()
                .addKeyValue("namespace", rollout.getMetadata().getNamespace())
                .addKeyValue("name", rollout.getMetadata().getName())
                .addKeyValue("reason", now.reason())
                .addKeyValue("step", status.step())
                .addKeyValue("weight", now.weight())
                .log(now.message());
        herald.announce(rollout, fact(rollout, status, now, outlook.decision()));
    }

    private static @Nullable Transition newest(@Nullable AotRolloutStatus status) {
        List<Transition> transitions =
                status == null || status.transitions() == null ? List.of() : status.transitions();
        return transitions.isEmpty() ? null : transitions.getFirst();
    }

    private static Herald.Fact fact(
            AotRollout rollout, AotRolloutStatus status, Transition transition, Decision decision) {
        var at = Instant.parse(transition.at());
        return new Herald.Fact(
                "%s.%x".formatted(rollout.getMetadata().getName(), at.toEpochMilli()),
                happening(decision),
                isTrouble(decision),
                transition.reason(),
                transition.message(),
                at,
                progress(status, transition));
    }

    private static Notice.Progress progress(AotRolloutStatus status, Transition transition) {
        var findings = status.findings() == null ? List.<FindingStatus>of() : status.findings();
        return new Notice.Progress(
                status.step() == null ? "" : status.step(),
                transition.weight(),
                findings.stream()
                        .filter(finding -> finding.verdict().equals("Fail"))
                        .map(finding -> finding.guard() + ": " + finding.message())
                        .toList(),
                status.evidence() == null ? "" : status.evidence().name());
    }

    private static Happening happening(Decision decision) {
        return switch (decision) {
            case Decision.RollBack _ -> Happening.RolledBack;
            case Decision.Promote _ -> Happening.Promoted;
            case Decision.Advance _ -> Happening.StepEntered;
            case Decision.Shift _ -> Happening.WeightShifted;
            case Decision.Rest _ -> Happening.Retired;
            case Decision.Wait wait -> awaits(wait.reason(), Happening.Waiting);
            case Decision.Hold hold -> awaits(hold.reason(), Happening.Held);
        };
    }

    private static Happening awaits(Reason reason, Happening otherwise) {
        if (reason == Reason.ApprovalMissing || reason == Reason.ApprovalTimedOut) return Happening.ApprovalPending;
        return reason == Reason.PausedByUser || reason == Reason.Inconclusive ? Happening.Paused : otherwise;
    }

    private static boolean isTrouble(Decision decision) {
        return switch (decision) {
            case Decision.RollBack _, Decision.Hold _ -> true;
            case Decision.Wait _, Decision.Advance _, Decision.Shift _, Decision.Promote _, Decision.Rest _ -> false;
        };
    }
}
