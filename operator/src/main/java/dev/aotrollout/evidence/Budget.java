package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The error budget of the service. Requests and errors of each step are in {@link Course}.
 *
 * @param objectivePercent of good requests
 * @param attributedPercent of the budget, spent by AOT beyond what JIT would have spent
 * @param limitPercent that the rollout might spend
 * @param worstBurnRate the highest of the series {@code burn}; 1 spends the budget exactly by the end of its window
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Budget(
        double objectivePercent,
        int windowDays,
        @Nullable Double remainingAtStartPercent,
        @Nullable Double remainingAtEndPercent,
        double attributedPercent,
        double limitPercent,
        @Nullable Double worstBurnRate) {}
