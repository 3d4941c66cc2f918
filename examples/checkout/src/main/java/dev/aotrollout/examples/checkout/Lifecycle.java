package dev.aotrollout.examples.checkout;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Where this process is between its start and its end; it never goes back.
 *
 * <pre>WARMING_UP -> SERVING -> DRAINING</pre>
 */
final class Lifecycle {
    /** Only {@code SERVING} is ready; all three answer requests. */
    enum Phase {
        WARMING_UP,
        SERVING,
        DRAINING
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WARMING_UP);

    boolean isIn(Phase asked) {
        return phase.get() == asked;
    }

    /** A signal to stop may overtake the warm-up: what comes later in the order stays. */
    void enter(Phase next) {
        phase.accumulateAndGet(next, (now, then) -> then.compareTo(now) > 0 ? then : now);
    }
}
