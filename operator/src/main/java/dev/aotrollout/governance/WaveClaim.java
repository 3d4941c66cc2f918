package dev.aotrollout.governance;

import java.time.Instant;

/**
 * What a rollout says when it asks for its turn.
 *
 * @param wave that it names
 * @param revision that it wants to roll out
 * @param begun its run has entered the first step and has not ended
 * @param lastEnded when its run before this one ended, {@link Instant#MIN} where there was none: a slot that is older was for
 *     that run
 */
public record WaveClaim(WaveKey key, String wave, String revision, boolean begun, Instant lastEnded) {}
