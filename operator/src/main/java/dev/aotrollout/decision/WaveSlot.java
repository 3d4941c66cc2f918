package dev.aotrollout.decision;

import dev.aotrollout.judge.Reason;

/** The place of a rollout in the sequence across services. */
public sealed interface WaveSlot {
    /** It names no wave and waits for nobody. */
    record Free() implements WaveSlot {}

    /** It has a slot. */
    record Admitted(String message) implements WaveSlot {}

    /** It has none yet: it does not begin. One that has begun goes on. */
    record Waits(Reason reason, String message) implements WaveSlot {}

    /** Nothing in its plan goes up now, also what has begun. */
    record Held(Reason reason, String message) implements WaveSlot {}
}
