package dev.aotrollout.decision;

import java.time.Instant;
import java.util.List;

/**
 * A run that ended, kept until its evidence is filed.
 *
 * @param weight percent that AOT had when it ended, 0 to 100
 * @param spentPercent of the error budget, attributed to the run
 */
public record EndedRun(
        String revision,
        Outcome outcome,
        Instant started,
        RolloutState.Ending ending,
        int weight,
        double spentPercent,
        List<StepRecord> steps) {
    public EndedRun {
        steps = List.copyOf(steps);
    }
}
