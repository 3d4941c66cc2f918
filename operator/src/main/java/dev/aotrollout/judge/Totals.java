package dev.aotrollout.judge;

/** What both tracks answered in the same stretch of time, altogether. */
public record Totals(Counts jit, Counts aot) {
    private static final double MIN_JIT_SHARE = 0.02;
    /** Many looks at many windows: about one false alarm in weeks of an outage that both tracks share. */
    private static final double DEVIATIONS = 4.5;

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
     * Whether {@link #excessErrors()} is more than equal tracks differ by chance. Where the JIT track has hardly any request to
     * compare with, every error counts.
     */
    public boolean excessIsBeyondChance() {
        if (hasScarceJit()) return true;
        var ratio = (double) (aot.errors() + jit.errors()) / requests();
        var variance = ratio * (1 - ratio) * aot.requests() * requests() / jit.requests();
        return excessErrors() > DEVIATIONS * Math.sqrt(variance);
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
