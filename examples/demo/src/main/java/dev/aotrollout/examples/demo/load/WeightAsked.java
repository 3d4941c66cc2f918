package dev.aotrollout.examples.demo.load;

import java.time.Instant;

/** From when on the route asked for so many percent of AOT. */
public record WeightAsked(Instant at, int aotPercent) {}
