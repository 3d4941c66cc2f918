package dev.aotrollout.observe;

import java.time.Instant;

/** One scraped value of one series; NaN and infinities are kept as they were answered. */
public record Sample(Instant at, double value) {}
