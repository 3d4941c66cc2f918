package dev.aotrollout.observe;

/**
 * How far one counter was read.
 *
 * @param job whose scrapes are read; others of the same counter are copies
 * @param spacingMillis the shortest time between two scrapes so far; 0 before the second
 */
record Counter(String job, long atMillis, long requests, long fast, long spacingMillis) {
    private static final long PATIENCE_MILLIS = 15_000;
    private static final int MISSED_SCRAPES = 3;

    static Counter first(Scrape scrape) {
        return new Counter(scrape.job(), scrape.atMillis(), scrape.requests(), scrape.fast(), 0);
    }

    /**
     * Whether {@code scrape} continues this counter. Copies of two jobs are never mixed while both arrive: a slow scrape that
     * began earlier can carry the higher value, which would look like a reset.
     */
    boolean accepts(Scrape scrape) {
        var silence = scrape.atMillis() - atMillis;
        return silence > 0
                && (scrape.job().equals(job) || silence > Math.max(PATIENCE_MILLIS, MISSED_SCRAPES * spacingMillis));
    }

    Counter then(Scrape scrape) {
        var gap = scrape.atMillis() - atMillis;
        var known = spacingMillis > 0 && spacingMillis < gap;
        var spacing = known || !scrape.job().equals(job) ? spacingMillis : gap;
        return new Counter(scrape.job(), scrape.atMillis(), scrape.requests(), scrape.fast(), spacing);
    }

    /** Requests since; a counter that fell started again from 0. */
    long requestsUntil(Scrape scrape) {
        return fell(scrape) ? scrape.requests() : scrape.requests() - requests;
    }

    /** Fast requests since; {@link Scrape#UNKNOWN} where either end is. */
    long fastUntil(Scrape scrape) {
        if (scrape.fast() == Scrape.UNKNOWN) return Scrape.UNKNOWN;
        if (fell(scrape)) return scrape.fast();
        return fast == Scrape.UNKNOWN ? Scrape.UNKNOWN : scrape.fast() - fast;
    }

    /** All counters of one process fall together; after few requests only one of them may show it. */
    private boolean fell(Scrape scrape) {
        var bothKnown = scrape.fast() != Scrape.UNKNOWN && fast != Scrape.UNKNOWN;
        return scrape.requests() < requests || (bothKnown && scrape.fast() < fast);
    }
}
