package dev.aotrollout.observe;

import java.time.Instant;

/**
 * One query of an evidence pack.
 *
 * @param figure what is asked, such as {@code memory}
 * @param track {@code jit}, {@code aot} or {@code both}
 * @param shows the same in words
 * @param label that names the series of the answer, such as {@code pod}; empty where there is one series
 */
public record SeriesQuestion(
        String figure, String track, String shows, String unit, String label, String promql, Instant at) {}
