package dev.aotrollout.judge;

import java.time.Duration;

/**
 * The part of the rollout that is judged.
 *
 * @param number of the step, from 1; 0 before the first
 * @param weight percent of requests asked for the AOT track
 * @param age since the weight of this step was set; zero before
 * @param spentBeforePercent of the error budget, attributed to earlier steps of this rollout
 */
public record StepWindow(int number, int weight, Duration age, double spentBeforePercent) {}
