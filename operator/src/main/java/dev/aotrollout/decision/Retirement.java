package dev.aotrollout.decision;

import java.time.Duration;

/** What becomes of the JIT track after promotion. */
public sealed interface Retirement {

    /** It is left as it is. */
    record Never() implements Retirement {}

    /** It stays able to take everything back for {@code warmStandby}, then scales down to {@code jitReplicas}. */
    record After(Duration warmStandby, int jitReplicas) implements Retirement {}
}
