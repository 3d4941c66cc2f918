package dev.aotrollout.simulation;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.decision.DesiredState;
import dev.aotrollout.decision.DesiredState.AotTrack;
import dev.aotrollout.decision.DesiredState.JitTrack;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.decision.Promotion;
import dev.aotrollout.governance.Assessment;
import dev.aotrollout.intake.CommandReader;
import dev.aotrollout.status.StatusNews;
import java.util.List;

/** Carries out an outlook in the order of {@code runtime.Effects}: record, scale up, route, scale down. */
final class Hands {
    /** The operator's process ended between two effects. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Cluster cluster;
    private int effects;
    private int killedAfter;

    Hands(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The next effect but {@code number} is the last one. */
    void killAfter(int number) {
        killedAfter = number;
    }

    int effects() {
        return effects;
    }

    private void effect(Runnable write) {
        write.run();
        effects++;
        if (effects == killedAfter) throw new Killed();
    }

    void carryOut(AotRollout rollout, Outlook outlook) {
        var desired = outlook.desired();
        record(rollout, outlook, desired);
        scaleUp(outlook, desired);
        route(desired.weight());
        scaleDown(desired);
        consumePromotion(outlook);
    }

    /** Lowering the AOT share does not wait for the record. */
    private void record(AotRollout rollout, Outlook outlook, DesiredState desired) {
        var news = StatusNews.of(rollout, outlook, Assessment.NONE, List.of(), null);
        if (news.isEmpty()) return;
        try {
            effect(() -> cluster.api.writeStatus(rollout, news.get()));
        } catch (ApiServer.Refused e) {
            if (desired.weight() < cluster.gateway.asked().aot()) route(desired.weight());
            throw e;
        }
    }

    private void scaleUp(Outlook outlook, DesiredState desired) {
        if (desired.jit() instanceof JitTrack.AtLeast(var replicas) && cluster.jit.replicas() < replicas)
            effect(() -> scale(cluster.jit, replicas));
        if (!(desired.aot() instanceof AotTrack.Run(var replicas))) return;
        var keep = Math.max(replicas, cluster.aot.replicas());
        var count = outlook.after().outcome() == Outcome.PROMOTED ? replicas : keep;
        var revision = outlook.plan().revision();
        if (cluster.aot.revision().equals(revision) && cluster.aot.replicas() == count) return;
        effect(() -> {
            cluster.api.requireUp();
            cluster.aot.apply(revision, count);
        });
    }

    private void route(int weight) {
        if (cluster.gateway.asked().aot() == weight) return;
        effect(() -> {
            cluster.api.requireUp();
            cluster.route(weight);
        });
    }

    private void scaleDown(DesiredState desired) {
        if (desired.aot() instanceof AotTrack.Stop && cluster.aot.replicas() > 0) effect(() -> scale(cluster.aot, 0));
        if (desired.jit() instanceof JitTrack.Retire(var replicas) && cluster.jit.replicas() > replicas)
            effect(() -> scale(cluster.jit, replicas));
    }

    private void scale(PodSet track, int replicas) {
        cluster.api.requireUp();
        track.scale(replicas);
    }

    private void consumePromotion(Outlook outlook) {
        var handled = outlook.after().handled();
        var state = outlook.after();
        var spent = switch (handled.promote()) {
            case NONE -> false;
            case STEP -> state.outcome() != Outcome.RUNNING || state.step() > handled.promoteStep();
            case FULL -> state.outcome() != Outcome.RUNNING;
        };
        if (spent && outlook.plan().commands().promote() != Promotion.NONE)
            effect(() -> {
                cluster.api.requireUp();
                cluster.api.annotate(CommandReader.PROMOTE, "");
            });
    }
}
