package dev.aotrollout.judge;

import java.time.Instant;

/** What both tracks answered in the same stretch of wall-clock time that begins at {@code start}. */
public record Bucket(Instant start, Counts jit, Counts aot) {}
