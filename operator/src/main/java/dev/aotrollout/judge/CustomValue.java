package dev.aotrollout.judge;

import java.util.OptionalDouble;

/**
 * What a user's own query gave.
 *
 * @param aot value of the AOT track
 * @param jit value of the JIT track; empty when it is not asked for
 */
public record CustomValue(double aot, OptionalDouble jit) {}
