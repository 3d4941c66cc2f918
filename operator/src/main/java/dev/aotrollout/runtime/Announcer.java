package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.Transition;
import dev.aotrollout.decision.Decision;
import dev.aotrollout.decision.Outlook;
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
        metrics.observed(
                rollout.getMetadata().getNamespace(), rollout.getMetadata().getName(), outlook);
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
        herald.announce(rollout, fact(rollout, now, outlook.decision()));
    }

    private static @Nullable Transition newest(@Nullable AotRolloutStatus status) {
        List<Transition> transitions =
                status == null || status.transitions() == null ? List.of() : status.transitions();
        return transitions.isEmpty() ? null : transitions.getFirst();
    }

    private static Herald.Fact fact(AotRollout rollout, Transition transition, Decision decision) {
        var at = Instant.parse(transition.at());
        return new Herald.Fact(
                "%s.%x".formatted(rollout.getMetadata().getName(), at.toEpochMilli()),
                isTrouble(decision),
                transition.reason(),
                transition.message(),
                at);
    }

    private static boolean isTrouble(Decision decision) {
        return switch (decision) {
            case Decision.RollBack _, Decision.Hold _ -> true;
            case Decision.Wait _, Decision.Advance _, Decision.Shift _, Decision.Promote _, Decision.Rest _ -> false;
        };
    }
}
