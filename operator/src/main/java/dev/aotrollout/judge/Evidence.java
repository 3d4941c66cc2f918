package dev.aotrollout.judge;

import java.time.Instant;
import java.util.List;

/** Everything that the guards may look at, of one instant. */
public record Evidence(
        Instant now,
        StepWindow step,
        Reading<Traffic> traffic,
        Reading<Budget> budget,
        Reading<Memory> memory,
        List<PodFacts> aotPods,
        Startups jitStartups,
        Startups aotStartups) {
    public Evidence {
        aotPods = List.copyOf(aotPods);
    }
}
