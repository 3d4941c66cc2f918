package dev.aotrollout.runtime;

import dev.aotrollout.api.AotException;
import dev.aotrollout.governance.ExceptionFacts;
import dev.aotrollout.intake.ExceptionReader;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.notify.Happening;
import dev.aotrollout.notify.Notice;
import dev.aotrollout.status.ExceptionWriter;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says in the status of an AOTException whether it counts, and warns once before it ends. Rollouts read its spec, not this status. */
@ControllerConfiguration(name = "aotexception")
final class ExceptionReconciler implements Reconciler<AotException> {
    /** The clock may be set, so the next change is looked for now and then. */
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final KubernetesClient client;
    private final Herald herald;
    private final InstantSource clock;

    ExceptionReconciler(KubernetesClient client, Herald herald, InstantSource clock) {
        this.client = client;
        this.herald = herald;
        this.clock = clock;
    }

    @Override
    public UpdateControl<AotException> reconcile(AotException exception, Context<AotException> context) {
        return Passes.reconcile(() -> pass(exception));
    }

    private Duration pass(AotException exception) {
        var now = clock.instant();
        var facts = ExceptionReader.read(exception);
        // Announced first, under a name that follows from its end: a crash before the record repeats the same Event.
        if (ExceptionWriter.isToBeWarnedOf(exception, facts, now))
            herald.announce(exception, fact(exception, facts, now));
        record(exception, facts, now);
        return patience(facts, now);
    }

    private static Duration patience(ExceptionFacts facts, Instant now) {
        var next = facts.nextChange(now);
        if (!next.isBefore(now.plus(SELDOM))) return SELDOM;
        return Duration.between(now, next).plus(SOON);
    }

    private void record(AotException exception, ExceptionFacts facts, Instant now) {
        var status = ExceptionWriter.write(exception, facts, now);
        if (status.equals(exception.getStatus())) return;
        var next = new AotException();
        next.setMetadata(exception.getMetadata());
        next.setSpec(exception.getSpec());
        next.setStatus(status);
        client.resource(next).updateStatus();
    }

    private static Herald.Fact fact(AotException exception, ExceptionFacts facts, Instant now) {
        return new Herald.Fact(
                "%s.until-%s"
                        .formatted(
                                exception.getMetadata().getName(),
                                exception.getSpec().until()),
                Happening.ExceptionExpires,
                true,
                Reason.ExceptionExpires.name(),
                facts.sentence(now),
                now,
                Notice.Progress.NONE);
    }
}
