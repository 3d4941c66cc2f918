package dev.aotrollout.governance;

import java.time.Instant;

/** A slot: this rollout may roll out this revision, since that instant. */
public record WaveGrant(WaveKey key, String revision, String wave, Instant at) {
    boolean isFor(WaveClaim claim) {
        return key.equals(claim.key()) && revision.equals(claim.revision()) && at.isAfter(claim.lastEnded());
    }

    WaveGrant with(String other) {
        return other.isEmpty() || other.equals(revision) ? this : new WaveGrant(key, other, wave, at);
    }
}
