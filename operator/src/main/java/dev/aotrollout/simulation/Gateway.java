package dev.aotrollout.simulation;

import dev.aotrollout.decision.RouteFacts;

/** One route: what is written is accepted a moment later, and served another moment later. */
final class Gateway {
    private static final long ACCEPTS_AFTER = 1;
    private static final long SERVES_AFTER = 3;

    /** What the route asks for, in percent. */
    record Weights(int jit, int aot) {}

    private Weights asked = new Weights(100, 0);
    private Weights served = asked;
    private long writtenAt;
    private boolean accepted = true;
    private boolean accepts = true;

    Weights asked() {
        return asked;
    }

    int servedAot() {
        return served.aot();
    }

    void accepts(boolean does) {
        accepts = does;
    }

    void write(int aot, long now) {
        asked = new Weights(100 - aot, aot);
        writtenAt = now;
        accepted = false;
    }

    /** True where something changed. */
    boolean tick(long now) {
        var before = accepted;
        if (accepts && now >= writtenAt + ACCEPTS_AFTER) accepted = true;
        if (accepted && now >= writtenAt + SERVES_AFTER) served = asked;
        return before != accepted;
    }

    /** The next second in which something can change. */
    long nextChange(long now) {
        if (!accepted) return accepts ? Math.max(now + 1, writtenAt + ACCEPTS_AFTER) : Long.MAX_VALUE;
        return served.equals(asked) ? Long.MAX_VALUE : Math.max(now + 1, writtenAt + SERVES_AFTER);
    }

    RouteFacts facts() {
        return new RouteFacts(
                asked.aot(),
                asked.aot(),
                accepted,
                accepted ? "" : "HTTPRoute shop/checkout: Gateway shop/public has not reported on it yet");
    }
}
