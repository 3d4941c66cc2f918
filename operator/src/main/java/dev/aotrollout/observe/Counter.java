package dev.aotrollout.observe;

/**
 * How far one counter was read.
 *
 * @param job whose scrapes are read; others of the same counter are copies
 * @param spacingMillis the shortest time between two scrapes so far; 0 before the second
 */
record Counter(String job, long atMillis, long value, long spacingMillis) {
    private static final long PATIENCE_MILLIS = 15_000;
    private static final int MISSED_SCRAPES = 3;

    static Counter first(Scrape scrape) {
        return new Counter(scrape.job(), scrape.atMillis(), scrape.value(), 0);
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
        return new Counter(scrape.job(), scrape.atMillis(), scrape.value(), spacing);
    }

    /** Whether it fell, so that its process started again from 0. */
    boolean fell(Scrape scrape) {
        return scrape.value() < value;
    }
}
