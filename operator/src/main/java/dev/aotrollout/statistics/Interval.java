package dev.aotrollout.statistics;

/** An estimate with the interval that holds the true value at the stated confidence; all three in the same unit. */
public record Interval(double estimate, double low, double high) {}
