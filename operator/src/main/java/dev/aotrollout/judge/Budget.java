package dev.aotrollout.judge;

/**
 * The error budget of the service, both tracks together.
 *
 * @param allowedErrors failed requests that the objective allows in the whole budget window; above 0
 * @param remainingPercent what is left of it now; 100 is untouched, below 0 is overspent
 */
public record Budget(double allowedErrors, double remainingPercent) {}
