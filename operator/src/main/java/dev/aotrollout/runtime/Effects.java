package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.EvidenceRef;
import dev.aotrollout.api.AotRolloutStatus.RouteStatus;
import dev.aotrollout.cluster.ClusterWriter;
import dev.aotrollout.decision.DesiredState;
import dev.aotrollout.decision.DesiredState.AotTrack;
import dev.aotrollout.decision.DesiredState.JitTrack;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.decision.Promotion;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.governance.Assessment;
import dev.aotrollout.intake.CommandReader;
import dev.aotrollout.status.StatusNews;
import dev.aotrollout.workload.AotDeployment;
import dev.aotrollout.workload.Derived;
import dev.aotrollout.workload.Owner;
import dev.aotrollout.workload.TrackServices;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out an outlook, in the order that is safe in both directions: record, scale up, route, scale down, announce. Lowering the
 * AOT share does not even wait for the record.
 */
final class Effects {
    private final StatusRecorder recorder;
    private final AppliedObjects objects;
    private final RouteEffects routes;
    private final ClusterWriter writer;
    private final Announcer announcer;

    Effects(
            StatusRecorder recorder,
            AppliedObjects objects,
            RouteEffects routes,
            ClusterWriter writer,
            Announcer announcer) {
        this.recorder = recorder;
        this.objects = objects;
        this.routes = routes;
        this.writer = writer;
        this.announcer = announcer;
    }

    /** Gives the status that is recorded now, with the newest {@code evidence} where there is any. */
    AotRolloutStatus carryOut(
            Surroundings around,
            Outlook outlook,
            Assessment assessment,
            @Nullable EvidenceRef evidence,
            Context<AotRollout> context) {
        var desired = outlook.desired();
        var news = StatusNews.of(around.rollout(), outlook, assessment, captured(around), evidence);
        if (news.isPresent()) record(around, news.get(), desired, context);
        scaleUp(around, outlook, desired);
        routes.shift(around, desired);
        scaleDown(around, desired);
        consumePromotion(around, outlook);
        var status = news.orElseGet(around.rollout()::getStatus);
        announcer.announce(around.rollout(), status, outlook);
        return status;
    }

    private static List<RouteStatus> captured(Surroundings around) {
        return around.routes().stream()
                .map(view -> new RouteStatus(view.kind().kind(), view.name(), view.captured()))
                .toList();
    }

    private void record(
            Surroundings around, AotRolloutStatus status, DesiredState desired, Context<AotRollout> context) {
        try {
            recorder.record(around.rollout(), status, context);
        } catch (KubernetesClientException e) {
            if (desired.weight() < around.routeFacts().weight()) routes.shift(around, desired);
            throw e;
        }
    }

    private void scaleUp(Surroundings around, Outlook outlook, DesiredState desired) {
        if (desired.jit() instanceof JitTrack.AtLeast(var replicas)) raiseJit(around, replicas);
        if (!around.troubles().isEmpty()) return;
        around.service().ifPresent(service -> applyServices(around, service));
        if (desired.aot() instanceof AotTrack.Run(var replicas)) runAot(around, outlook, replicas);
    }

    private void raiseJit(Surroundings around, int replicas) {
        var live = around.jit();
        if (live.isEmpty() || Track.replicas(live.get()) >= replicas) return;
        // At 0 replicas an autoscaler is off, and whoever wrote the 0 was we.
        if (around.jitOwner() instanceof Owner.Ours || Track.replicas(live.get()) == 0) scale(live.get(), replicas);
    }

    private void applyServices(Surroundings around, Service service) {
        objects.apply(TrackServices.jit(service, around.rollout()), around.jitService());
        objects.apply(TrackServices.aot(service, around.rollout()), around.aotService());
    }

    /** Fewer pods than now is a scale-down, and that comes after the route. */
    private void runAot(Surroundings around, Outlook outlook, int replicas) {
        if (around.jit().isEmpty() || around.service().isEmpty()) return;
        var keep = Math.max(replicas, around.aot().map(Track::replicas).orElse(0));
        var derived = AotDeployment.derive(
                around.jit().get(),
                around.service().get(),
                around.rollout(),
                outlook.plan().revision(),
                outlook.after().outcome() == Outcome.PROMOTED ? replicas : keep);
        if (derived instanceof Derived.Ready(var deployment)) objects.apply(deployment, around.aot());
    }

    private void scaleDown(Surroundings around, DesiredState desired) {
        if (desired.aot() instanceof AotTrack.Stop)
            around.ownAot().filter(aot -> Track.replicas(aot) > 0).ifPresent(aot -> scale(aot, 0));
        if (desired.jit() instanceof JitTrack.Retire(var replicas)) retireJit(around, replicas);
    }

    private void retireJit(Surroundings around, int replicas) {
        var live = around.jit();
        if (live.isEmpty() || Track.replicas(live.get()) <= replicas) return;
        var allowed = switch (around.jitOwner()) {
            case Owner.Ours() -> true;
            case Owner.Autoscaler _ -> replicas == 0;
            case Owner.GitOps _ -> false;
        };
        if (allowed) scale(live.get(), replicas);
    }

    private void scale(Deployment deployment, int replicas) {
        writer.scale(
                deployment.getMetadata().getNamespace(),
                deployment.getMetadata().getName(),
                replicas);
    }

    /** A promotion counts once: its annotation goes when it was acted on, or when there is nothing left to promote. */
    private void consumePromotion(Surroundings around, Outlook outlook) {
        var handled = outlook.after().handled();
        var state = outlook.after();
        var spent = switch (handled.promote()) {
            case NONE -> false;
            case STEP -> state.outcome() != Outcome.RUNNING || state.step() > handled.promoteStep();
            case FULL -> state.outcome() != Outcome.RUNNING || handled.promoteStep() == RolloutState.Handled.SPENT;
        };
        if (!spent || outlook.plan().commands().promote() == Promotion.NONE) return;
        var annotations = around.rollout().getMetadata().getAnnotations();
        var value = annotations.getOrDefault(CommandReader.PROMOTE, "");
        writer.removeAnnotation(around.rollout(), CommandReader.PROMOTE, value);
    }
}
