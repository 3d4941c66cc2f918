package dev.aotrollout.judge;

import dev.aotrollout.statistics.Interval;

/** The numbers behind a finding. */
public sealed interface Figures {

    /** Nothing was measured yet. */
    record None() implements Figures {}

    /**
     * Both tracks side by side.
     *
     * @param unit of {@code jit} and {@code aot}: {@code ratio}, {@code bytes}, {@code seconds} or {@code count}
     * @param ratio AOT : JIT, dimensionless
     * @param limit the largest ratio that the guard tolerates
     * @param samples how many AOT requests or pods this rests on
     */
    record Compared(String unit, double jit, double aot, Interval ratio, double limit, long samples)
            implements Figures {}

    /** One number against one limit, in the same unit. */
    record Measured(String unit, double value, double limit, long samples) implements Figures {}

    /** Nothing was measured yet. */
    Figures NONE = new None();
}
