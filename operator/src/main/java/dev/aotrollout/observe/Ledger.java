package dev.aotrollout.observe;

import java.time.Instant;

/** What increases of counters are entered in; {@code L} is the type itself. */
interface Ledger<L> {
    /**
     * What one counter counted between two scrapes; above 0.
     *
     * @param aot whether on the AOT track, else on JIT
     * @param atMillis of the later scrape, which is after the anchor
     * @param podCreated {@link Instant#MIN} where it is not known
     */
    record Increase(CounterKey key, boolean aot, long atMillis, long amount, Instant podCreated) {}

    void add(Increase increase);

    /** Nothing will be entered any more up to {@code until}. */
    void settle(Instant until);

    L copy();
}
