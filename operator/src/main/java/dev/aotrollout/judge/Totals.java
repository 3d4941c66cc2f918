package dev.aotrollout.judge;

import dev.aotrollout.statistics.SharedRate;

/** What both tracks answered in the same stretch of time, altogether. */
public record Totals(Counts jit, Counts aot) {
    private static final double MIN_JIT_SHARE = 0.02;
    /** That of 4.5 deviations. Many looks at many windows: about one false alarm in weeks of an outage that both tracks share. */
    private static final double CHANCE = 3.4e-6;

    /** No request at all. */
    static final Totals NONE = new Totals(Counts.ZERO, Counts.ZERO);

    /** What is left without {@code part} of it. */
    Totals minus(Totals part) {
        return new Totals(jit.minus(part.jit), aot.minus(part.aot));
    }

    /** Requests of both tracks. */
    public long requests() {
        return jit.requests() + aot.requests();
    }

    /** Failed AOT requests beyond what the JIT track's error ratio in the same stretch explains; at least 0. */
    public double excessErrors() {
        if (aot.errors() == 0) return 0;
        return Math.max(0, aot.errors() - aot.requests() * jit.errorRatio());
    }

    /**
     * Whether {@link #excessErrors()} is more than equal tracks differ by chance, by Fisher's exact test. Where the JIT track has
     * hardly any request to compare with, every error counts.
     *
     * @param dispersion at least 1: so many errors count as one, for those that come in bursts of single pods
     */
    public boolean excessIsBeyondChance(double dispersion) {
        return hasScarceJit() || SharedRate.pAtLeast(side(aot), side(jit), dispersion) <= CHANCE;
    }

    private static SharedRate.Side side(Counts counts) {
        return new SharedRate.Side(counts.errors(), counts.requests());
    }

    /** Whether JIT answers hardly any request that AOT could be compared with, as at weight 100. */
    public boolean hasScarceJit() {
        return jit.requests() < MIN_JIT_SHARE * requests();
    }

    /** The share of all requests that the AOT track answered, 0 to 1; 0 without requests. */
    public double aotShare() {
        return requests() == 0 ? 0 : (double) aot.requests() / requests();
    }
}
