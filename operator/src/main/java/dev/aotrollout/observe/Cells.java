package dev.aotrollout.observe;

import dev.aotrollout.judge.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Requests in cells of 5 seconds on a grid that begins at the anchor. A cell holds what was scraped after its start and up to its
 * end. Whatever is older than an hour is kept in cells of a minute, so a day needs some 2,000 cells. Which cells are merged depends
 * on the grid and on the instant that is asked about, never on when samples were read.
 */
final class Cells {
    private static final long CELL_MILLIS = 5_000;
    private static final long COARSE = 60_000 / CELL_MILLIS;
    private static final long HOUR = 60 * COARSE;
    private static final Duration FINE_AGE = Duration.ofHours(1);
    /** All divide a minute, so coarse cells and fine ones share their edges. */
    private static final List<Integer> FINE_WIDTHS = List.of(1, 2, 3, 4, 6, 12);
    /** Scrapes come with some jitter. */
    private static final double TOLERANCE = 0.1;

    private final Instant anchor;
    private final NavigableMap<Long, Both> cells;

    Cells(Instant anchor) {
        this(anchor, new TreeMap<>());
    }

    private Cells(Instant anchor, NavigableMap<Long, Both> cells) {
        this.anchor = anchor;
        this.cells = cells;
    }

    Cells copy() {
        return new Cells(anchor, new TreeMap<>(cells));
    }

    /** Adds to the cell of {@code atMillis}, which is after the anchor. */
    void add(boolean aot, long atMillis, Tally tally) {
        cells.merge(index(atMillis), Both.of(aot, tally), Both::plus);
    }

    private long index(long atMillis) {
        return Math.floorDiv(atMillis - anchor.toEpochMilli() - 1, CELL_MILLIS);
    }

    /** Merges what every later look would merge too. */
    void compact(Instant now) {
        var old = cells.headMap(firstFine(now));
        if (old.keySet().stream().allMatch(index -> index % COARSE == 0)) return;
        var merged = new TreeMap<Long, Both>();
        old.forEach((index, both) -> merged.merge(down(index, COARSE), both, Both::plus));
        old.clear();
        cells.putAll(merged);
    }

    /** Forgets whole hours up to {@code until} in which nothing failed; the buckets of the others stay as they are. */
    void forgetQuietHours(Instant until) {
        var over = cells.headMap(down(index(until.toEpochMilli() + 1), HOUR));
        var loud = new HashSet<Long>();
        over.forEach((index, both) -> {
            if (both.failed()) loud.add(down(index, HOUR));
        });
        over.keySet().removeIf(index -> !loud.contains(down(index, HOUR)));
    }

    /**
     * The cells as buckets, oldest first. They are no narrower than {@code spacingMillis}, the time between two scrapes, so that
     * every pod has its share in every bucket and the tracks can be compared bucket by bucket.
     *
     * @param resolved whether slow requests were read
     */
    List<Bucket> buckets(Instant now, long spacingMillis, boolean resolved) {
        var fine = width(spacingMillis);
        var coarse = Math.max(COARSE, fine);
        var firstFine = down(firstFine(now), coarse);
        var merged = new TreeMap<Long, Both>();
        cells.forEach((index, both) -> merged.merge(down(index, index < firstFine ? coarse : fine), both, Both::plus));
        var buckets = new ArrayList<Bucket>(merged.size());
        merged.forEach((index, both) -> buckets.add(new Bucket(
                anchor.plusMillis(index * CELL_MILLIS),
                both.jit().counts(resolved),
                both.aot().counts(resolved))));
        return buckets;
    }

    /** The first index that is not part of a whole coarse cell older than an hour. */
    private long firstFine(Instant now) {
        var age = Duration.between(anchor, now.minus(FINE_AGE)).toMillis();
        return Math.max(0, down(Math.floorDiv(age, CELL_MILLIS), COARSE));
    }

    private static long width(long spacingMillis) {
        var cellsNeeded = spacingMillis * (1 - TOLERANCE) / CELL_MILLIS;
        return FINE_WIDTHS.stream()
                .mapToLong(Integer::longValue)
                .filter(width -> width >= cellsNeeded)
                .findFirst()
                .orElse((long) Math.ceil(cellsNeeded / COARSE) * COARSE);
    }

    private static long down(long index, long width) {
        return Math.floorDiv(index, width) * width;
    }

    /** What both tracks answered in the same time. */
    record Both(Tally jit, Tally aot) {
        static final Both NONE = new Both(Tally.ZERO, Tally.ZERO);

        static Both of(boolean aot, Tally tally) {
            return aot ? new Both(Tally.ZERO, tally) : new Both(tally, Tally.ZERO);
        }

        Both plus(Both other) {
            return new Both(jit.plus(other.jit), aot.plus(other.aot));
        }

        boolean failed() {
            return jit.errors() + aot.errors() > 0;
        }

        long requests() {
            return jit.requests() + aot.requests();
        }
    }
}
