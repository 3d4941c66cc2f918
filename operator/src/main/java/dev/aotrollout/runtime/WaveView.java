package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.cluster.PolicyCache;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.governance.WaveSlots;
import dev.aotrollout.intake.StateReader;
import dev.aotrollout.intake.WaveBoardReader;
import dev.aotrollout.intake.WavePlanReader;
import dev.aotrollout.intake.WaveReader;
import java.time.Instant;

/** What the recorded board of its plan says to a rollout. */
final class WaveView {
    private WaveView() {}

    static WaveSlot slot(PolicyCache cache, AotRollout rollout, String revision, Instant now) {
        var named = WaveReader.planOf(rollout);
        if (named.isEmpty()) return new WaveSlot.Free();
        var plan = cache.wavePlan(named.get());
        if (plan.isEmpty()) return WaveSlots.missing(named.get());
        return WaveReader.claim(rollout, revision, StateReader.read(rollout))
                .map(claim ->
                        WaveSlots.slot(WavePlanReader.read(plan.get()), WaveBoardReader.read(plan.get()), claim, now))
                .orElseGet(WaveSlot.Free::new);
    }
}
