package dev.aotrollout.judge;

import java.time.Duration;

/**
 * One pair of windows of a fast-burn rule: it fires when both burn faster than {@code factor} times the sustainable rate.
 *
 * @param longWindow filters short blips
 * @param shortWindow ends the alarm soon after the burn ends
 * @param factor multiple of the rate that spends the whole budget exactly by the end of its window, above 1
 */
public record FastBurn(Duration longWindow, Duration shortWindow, double factor) {}
