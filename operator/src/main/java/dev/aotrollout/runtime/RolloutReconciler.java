package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutSpec;
import dev.aotrollout.cluster.Interests;
import dev.aotrollout.decision.Decider;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.decision.Trouble;
import dev.aotrollout.governance.Exemption;
import dev.aotrollout.intake.ExceptionReader;
import dev.aotrollout.intake.PlanReader;
import dev.aotrollout.intake.StateReader;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.telemetry.OperatorMetrics;
import dev.aotrollout.workload.AotDeployment;
import dev.aotrollout.workload.Derived;
import dev.aotrollout.workload.TemplateRevision;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass over one rollout: read, decide, record, apply. Which event woke it does not matter. */
@ControllerConfiguration(name = "aotrollout", finalizerName = RolloutReconciler.FINALIZER)
final class RolloutReconciler implements Reconciler<AotRollout>, Cleaner<AotRollout> {
    /** Until the routes are as the user wrote them. */
    static final String FINALIZER = "aotrollout.dev/restore-routes";

    /** What a pass needs. */
    record Parts(
            SurroundingsReader reader,
            Observer observer,
            Governance governance,
            Effects effects,
            EvidenceClerk evidence,
            RouteEffects routes,
            Interests interests,
            OperatorMetrics metrics,
            InstantSource clock,
            SimpleInboundEventSource<AotRollout> wakeUps) {}

    private static final Logger LOG = LoggerFactory.getLogger(RolloutReconciler.class);

    private final Parts parts;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean working = new AtomicBoolean();

    RolloutReconciler(Parts parts) {
        this.parts = parts;
    }

    @Override
    public List<EventSource<?, AotRollout>> prepareEventSources(EventSourceContext<AotRollout> context) {
        return List.of(parts.wakeUps());
    }

    @Override
    public UpdateControl<AotRollout> reconcile(AotRollout rollout, Context<AotRollout> context) {
        return Passes.reconcile(() -> {
            if (begun.compareAndSet(false, true)) LOG.atInfo().log("First pass begins");
            var outlook = pass(rollout, context);
            if (working.compareAndSet(false, true)) LOG.atInfo().log("First pass done");
            return outlook.decision().recheckAfter();
        });
    }

    private Outlook pass(AotRollout rollout, Context<AotRollout> context) {
        var now = parts.clock().instant();
        var around = withRefusal(parts.reader().read(rollout));
        var declared = PlanReader.read(rollout, revision(around, rollout.getSpec()));
        var filed = parts.governance().filed(rollout);
        var name = rollout.getMetadata().getName();
        var exempted = declared.exempted(Exemption.of(name, ExceptionReader.concerning(name, filed.exceptions()), now));
        var plan = rollout.isMarkedForDeletion() ? exempted.backToJit() : exempted;
        var recorded = parts.evidence().withoutFiled(rollout, StateReader.read(rollout));
        var state = Decider.take(plan, recorded);
        var sight = parts.observer().observe(plan, state, around, now);
        var assessment = parts.governance().assess(around, filed, plan, state, sight);
        var outlook = Decider.decide(plan, recorded, state, sight.seen().with(assessment.admission()));
        var evidence = parts.evidence().newest(rollout).orElse(null);
        var status = parts.effects().carryOut(around, outlook, assessment, evidence, context);
        parts.evidence()
                .file(
                        around,
                        status,
                        outlook.after().history().unfiled(),
                        () -> parts.governance().economics(around, sight));
        return outlook;
    }

    private static String revision(Surroundings around, AotRolloutSpec spec) {
        return around.jit().map(jit -> TemplateRevision.of(jit, spec)).orElse("");
    }

    /** Whether there can be an AOT Deployment is asked on every pass, so that nobody has to wait for the first step to learn it. */
    private static Surroundings withRefusal(Surroundings around) {
        if (around.jit().isEmpty() || around.service().isEmpty()) return around;
        var derived = AotDeployment.derive(around.jit().get(), around.service().get(), around.rollout(), "", 1);
        if (!(derived instanceof Derived.Refused(var why))) return around;
        var troubles = new ArrayList<>(around.troubles());
        troubles.add(new Trouble(Reason.TrackOverlap, why));
        return around.with(troubles);
    }

    /** A deleted rollout goes back to JIT like one whose goal is JIT; then the routes become what the user wrote. */
    @Override
    public DeleteControl cleanup(AotRollout rollout, Context<AotRollout> context) {
        return Passes.cleanup(() -> goBack(rollout, context));
    }

    /** Whether all traffic is on JIT, AOT pods had time to finish, and the routes are what the user wrote. */
    private boolean goBack(AotRollout rollout, Context<AotRollout> context) {
        var outlook = pass(rollout, context);
        var around = parts.reader().read(rollout);
        var gone = around.routes().isEmpty() || around.jit().isEmpty();
        var back = outlook.after().weight() == 0 && !outlook.after().jit().retired();
        if (!gone && !back) return false;
        var restored = parts.routes().restore(around);
        var now = parts.clock().instant();
        if (!gone && (!restored || !isDrained(outlook, around, now))) return false;
        if (!parts.evidence().mayGo(rollout, outlook.after().history().unfiled())) return false;
        forget(rollout);
        return true;
    }

    private static boolean isDrained(Outlook outlook, Surroundings around, Instant now) {
        var empty = around.aot().map(Track::replicas).orElse(0) == 0;
        return empty || outlook.after().isDrained(now, outlook.plan().policy().drain());
    }

    private void forget(AotRollout rollout) {
        var key = SurroundingsReader.key(rollout);
        parts.observer().forget(key);
        parts.governance().forget(key);
        parts.interests().forget(key);
        parts.evidence().forget(key);
        parts.metrics().forget(key.namespace(), key.name());
    }
}
