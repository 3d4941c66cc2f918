package dev.aotrollout.observe;

import java.time.Instant;

/**
 * A pod that exists now.
 *
 * @param created when the API server accepted it
 * @param limitBytes memory limit of the container that is measured; 0 when it has none
 */
public record ObservedPod(String name, Instant created, double limitBytes) {}
