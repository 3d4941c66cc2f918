package dev.aotrollout.judge;

import java.time.Instant;

/** Everything that the guards may look at, of one instant. */
public record Evidence(Instant now, StepWindow step, Metrics metrics, Pods pods) {

    /** Requests of both tracks. */
    public Reading<Traffic> traffic() {
        return metrics.traffic();
    }

    /** What is left of the error budget. */
    public Reading<Budget> budget() {
        return metrics.budget();
    }
}
